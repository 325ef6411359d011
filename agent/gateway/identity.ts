import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { enrolReply, type EnrolHereReply } from '@lobby/hub/contract';
import { askHub } from './hub-client.ts';
import type { HubLine } from './hub-line.ts';
import { describeError, type Log } from './log.ts';

/** Who this terminal is to the hub: a credential in a file that only the agent's account may read. */
export interface Identity {
  readonly credential: string | undefined;
  /** Writes down what the disk did not take before. Never throws. */
  keep(): void;
  /** Redeems the one-time code, when there is one that was not tried yet. True: there is a new credential. */
  redeem(): Promise<boolean>;
  /** Redeems a code that was typed at the terminal. A code for another device stays good. */
  take(code: string): Promise<EnrolHereReply>;
}

export interface IdentityOptions {
  readonly file: string;
  readonly terminalId: string;
  readonly line: HubLine;
  readonly log: Log;
  readonly answerWithin: number;
  readonly code?: string | undefined;
}

export function openIdentity(options: IdentityOptions): Identity {
  const { file, terminalId, line, log, answerWithin } = options;
  let credential = readCredential(file);
  let code = options.code;
  let isKept = true;

  /** A terminal with a full disk works with what it knows; only after a restart would it be a stranger. */
  const keep = (): void => {
    if (isKept || credential === undefined) return;
    try {
      storeCredential(file, credential);
      isKept = true;
      log('credential stored');
    } catch (error) {
      log('credential not stored', describeError(error));
    }
  };

  const take = async (typed: string): Promise<EnrolHereReply> => {
    const reply = await askHub(line, {
      method: 'POST',
      path: '/api/enrolment',
      shape: enrolReply,
      body: { code: typed, kind: 'terminal', deviceId: terminalId },
      answerWithin,
    });
    if (reply.kind !== 'answer') return { ok: false, reason: 'hub-away' };
    if (!reply.value.ok) {
      log('enrolment refused', { reason: reply.value.reason });
      return reply.value;
    }
    if (reply.value.kind !== 'terminal' || reply.value.deviceId !== terminalId) {
      log('enrolment code belongs to another device', { device: reply.value.deviceId, expected: terminalId });
      return { ok: false, reason: 'code-for-another' };
    }
    credential = reply.value.credential;
    isKept = false;
    log('enrolled');
    keep();
    return { ok: true };
  };

  return {
    get credential() {
      return credential;
    },
    keep,
    take,
    async redeem() {
      if (code === undefined) return false;
      const reply = await take(code);
      if (reply.ok || reply.reason !== 'hub-away') code = undefined;
      return reply.ok;
    },
  };
}

function readCredential(file: string): string | undefined {
  try {
    const text = readFileSync(file, 'utf8').trim();
    return /^[\x21-\x7e]{1,4096}$/.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** Written beside and renamed, so that a power cut leaves the old one or the new one. */
function storeCredential(file: string, credential: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(beside, `${credential}\n`, { mode: 0o600 });
    chmodSync(beside, 0o600);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
