import { createHmac, timingSafeEqual } from 'node:crypto';
import { walkProfiles, type WalkProfile } from '../contract/index.ts';

/** What a link for a phone says: feature ids and who walks. Nothing of anybody. */
export interface LinkedWay {
  readonly from: string;
  readonly to: string;
  readonly profile: WalkProfile;
}

/** Bytes of the signature that go along: 96 bits, so that a sign stays small enough to be read from paper. */
const signatureLength = 12;
const longestId = 200;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What stands behind the # of the address: profile, from and to, each id behind its length or as the 16 bytes of a UUID
 * behind a 0, and the signature; base64url. Undefined: an id is too long for a sign.
 */
export function linkPayload(way: LinkedWay, key: string): string | undefined {
  const ids = [way.from, way.to].map(bytesOfId);
  if (ids.some((id) => id === undefined)) return undefined;
  const said = Buffer.concat([Buffer.from([walkProfiles.indexOf(way.profile)]), ...ids.map((id) => id ?? Buffer.of())]);
  return Buffer.concat([said, signatureOf(said, key)]).toString('base64url');
}

/** The address that a QR code names; null: phones cannot reach the hub, or no sign has room for it. */
export function phoneLink(way: LinkedWay, key: string, address: string | undefined): string | null {
  const payload = address === undefined ? undefined : linkPayload(way, key);
  return address === undefined || payload === undefined ? null : `${address.replace(/\/+$/, '')}/w#${payload}`;
}

/** The payloads of the same way for all other walkers. */
export function linksOfOthers(way: LinkedWay, key: string): { profile: WalkProfile; payload: string }[] {
  return walkProfiles.flatMap((profile) => {
    const payload = profile === way.profile ? undefined : linkPayload({ ...way, profile }, key);
    return payload === undefined ? [] : [{ profile, payload }];
  });
}

/** Undefined: it was not made with this key. */
export function readLink(payload: string, key: string): LinkedWay | undefined {
  const bytes = Buffer.from(payload, 'base64url');
  // Letters that base64url does not know are passed over by the decoder: one link would have many names.
  if (bytes.length <= signatureLength || bytes.toString('base64url') !== payload) return undefined;
  const said = bytes.subarray(0, -signatureLength);
  if (!timingSafeEqual(bytes.subarray(-signatureLength), signatureOf(said, key))) return undefined;
  const profile = walkProfiles[said[0] ?? walkProfiles.length];
  const from = idAt(said, 1);
  const to = from && idAt(said, from.next);
  if (profile === undefined || from === undefined || to === undefined) return undefined;
  return { from: from.id, to: to.id, profile };
}

function signatureOf(said: Uint8Array, key: string): Buffer {
  return createHmac('sha256', key).update('way').update(said).digest().subarray(0, signatureLength);
}

function bytesOfId(id: string): Buffer | undefined {
  if (uuid.test(id)) return Buffer.concat([Buffer.of(0), Buffer.from(id.replaceAll('-', ''), 'hex')]);
  const text = Buffer.from(id);
  return text.length === 0 || text.length > longestId ? undefined : Buffer.concat([Buffer.of(text.length), text]);
}

function idAt(bytes: Buffer, start: number): { readonly id: string; readonly next: number } | undefined {
  const length = bytes[start];
  if (length === undefined) return undefined;
  const next = start + 1 + (length === 0 ? 16 : length);
  if (next > bytes.length) return undefined;
  const said = bytes.subarray(start + 1, next);
  return { id: length === 0 ? uuidOf(said.toString('hex')) : said.toString('utf8'), next };
}

function uuidOf(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
