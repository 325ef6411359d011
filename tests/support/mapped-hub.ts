import type { Site } from '@lobby/config';
import type { GuideChange, GuideWay, PublishReply, WalkProfile } from '@lobby/hub/contract';
import type { OpenHub } from '@lobby/hub/open.ts';
import { littleMap, mapId } from './little-map.ts';
import { demoSite, newKey } from './demo-hub.ts';

/** The demo site with the one terminal that stands on the little map, and no screens. */
export function mappedSite(): Site {
  return { ...demoSite(), screens: [], address: 'https://lobby.hospital.example' };
}

/** The operator of the demo. */
export const operator = '9001';

/** Sends an archive in pieces and has it published. */
export async function publish(hub: OpenHub, archive: Uint8Array, name = 'little.zip'): Promise<PublishReply> {
  const upload = newKey();
  const half = Math.ceil(archive.length / 2);
  await hub.guide.keepPiece({ upload, number: 0, bytes: archive.subarray(0, half) });
  await hub.guide.keepPiece({ upload, number: 1, bytes: archive.subarray(half) });
  return hub.guide.publish(operator, { key: newKey(), upload, pieces: 2, name });
}

/** Publishes the little map; fails where it is refused. */
export async function publishLittleMap(hub: OpenHub): Promise<string> {
  const reply = await publish(hub, littleMap());
  if (!reply.ok) throw new Error(reply.said.en);
  return reply.version;
}

export const lift = mapId('lift 1');
export const stairs = mapId('stairs 1');
export const cardiology = mapId('cardiology');
export const spareDownstairs = mapId('spare 1');

export function change(hub: OpenHub, what: GuideChange, verb: 'make' | 'take-back' = 'make') {
  return hub.guide.change(operator, { key: newKey(), do: verb, change: what });
}

export const atTerminal = { terminalId: 'K01' } as const;
export const toCardiology = { of: 'queue', id: 'cardiology' } as const;

export function ask(hub: OpenHub, profile: WalkProfile = 'default') {
  return hub.guide.way(atTerminal, { to: toCardiology, profile });
}

/** The way to the cardiology; fails where there is none. */
export async function wayThere(hub: OpenHub, profile: WalkProfile = 'default'): Promise<GuideWay> {
  const reply = await ask(hub, profile);
  if (!reply.ok) throw new Error(`no way to the cardiology: ${reply.reason}`);
  return reply.way;
}

/** What a link for a phone carries. */
export function payloadOf({ phone }: GuideWay): string {
  return new URL(phone ?? '').hash.slice(1);
}
