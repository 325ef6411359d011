import { loadSite, type CredentialRules } from '@lobby/config';
import { codeMeanings } from '../gateway/code-meanings.ts';
import type { CodeMeaning } from '../scanners/code-meaning.ts';
import type { CodeScanner, ScannerEvent } from '../scanners/code-scanner.ts';
import { openSerialScanner } from '../scanners/serial/open-serial-scanner.ts';
import { openByteStream } from '../transport/open.ts';
import type { CardReport } from './card-report.ts';
import { UsageError } from './usage-error.ts';

/** Devices of `read-card` that push what they read, and the place of each in a terminal. */
export const codeKinds = { scanner: 'scanner', stripe: 'stripe', passport: 'documents' } as const;
export type CodeKind = keyof typeof codeKinds;

export function isCodeKind(kind: string): kind is CodeKind {
  return Object.hasOwn(codeKinds, kind);
}

/** The rules by which a site tells codes apart; the usual ones where no site is named. Throws a sentence. */
export function rulesOf(site: string | undefined): CredentialRules | undefined {
  if (site === undefined) return undefined;
  try {
    return loadSite(site).credentials;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Waits for one code, swiped card or passport, and says what it means at a terminal of the site. */
export async function readOneCode(order: {
  readonly device: string;
  readonly kind: CodeKind;
  readonly baud: number;
  readonly timeoutSeconds: number;
  readonly rules: CredentialRules | undefined;
}): Promise<CardReport> {
  const isPassport = order.kind === 'passport';
  const stream = openByteStream(order.device, { baud: order.baud, parity: isPassport ? 'odd' : 'none' });
  const scanner = openSerialScanner({ stream, severalLines: isPassport });
  const event = await nextCode(scanner, order.timeoutSeconds * 1000);
  const { ready, why } = scanner.state;
  await scanner.close();
  if (event === undefined)
    return ready ? nothing('no-card', 'nothing was shown in time') : nothing('device-unreachable', why);
  if (event.type === 'code.trouble') return nothing(event.problem, 'what came is no code');
  const meanings = codeMeanings(order.rules === undefined ? {} : { rules: order.rules });
  return reportOf(meanings.of[codeKinds[order.kind]](event.text));
}

type Shown = Extract<ScannerEvent, { type: 'code.scanned' | 'code.trouble' }>;

function nextCode(scanner: CodeScanner, timeout: number): Promise<Shown | undefined> {
  return new Promise((resolve) => {
    const finish = (event: Shown | undefined): void => {
      clearTimeout(timer);
      stop();
      resolve(event);
    };
    const timer = setTimeout(() => finish(undefined), timeout);
    const stop = scanner.onEvent((event) => {
      if (event.type === 'code.scanned' || event.type === 'code.trouble') finish(event);
    });
  });
}

/** What identifies is printed, since the installer asked for it; a badge's secret is not. */
function reportOf(meaning: CodeMeaning): CardReport {
  switch (meaning.means) {
    case 'credential': {
      const { kind, number, name } = meaning.credential;
      const text = `证件 Kind: ${kind}\n号码 Number: ${number}${name === null ? '' : `\n姓名 Name: ${name}`}`;
      return { ok: true, json: { kind, number, name }, text };
    }
    case 'badge':
      return { ok: true, json: { kind: 'staff-badge' }, text: '工作证 Staff badge' };
    case 'trouble':
      return nothing(meaning.trouble, 'it opens nothing at a terminal');
  }
}

function nothing(reason: string, why: string | null): CardReport {
  const message = `${(why ?? 'no reason given').replace(/^./, (first) => first.toUpperCase())}.`;
  return { ok: false, json: { error: { reason, message } }, text: message };
}
