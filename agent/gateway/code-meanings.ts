import { siteSchema, type CredentialRules } from '@lobby/config';
import type { PresentedCredential } from '@lobby/hub/contract';
import { findZone } from '../readers/mrz/find-zone.ts';
import { readZone, type ZoneReading } from '../readers/mrz/read-zone.ts';
import { classifyCode, numberIn } from '../scanners/classify-code.ts';
import { trouble, type CodeMeaning } from '../scanners/code-meaning.ts';
import { looksLikeStripe, readStripe } from '../scanners/read-stripe.ts';
import type { ScannerPlace } from './device-watch.ts';

export interface CodeOptions {
  readonly rules: CredentialRules;
  /** Which devices of this terminal pose as its keyboard. */
  readonly wedges: readonly ('scanner' | 'stripe')[];
  /** Turns a credential into another one where a program of the site can; else gives it back. Never rejects. */
  readonly decode: (credential: PresentedCredential) => Promise<PresentedCredential>;
  /** Today, YYYY-MM-DD. */
  readonly today: () => string;
}

/** What everything that is scanned, swiped or typed at this terminal means. */
export interface CodeMeanings {
  readonly of: Readonly<Record<ScannerPlace, (text: string) => CodeMeaning>>;
  /** Undefined: no reader here poses as a keyboard. */
  ofWedge(line: string): CodeMeaning | undefined;
  /** The number in the code of a wristband; undefined: it is on no wristband. */
  ofWristband(text: string, meaning: CodeMeaning): string | undefined;
  ofTypedZone(lines: readonly string[]): ZoneReading;
  decode(credential: PresentedCredential): Promise<PresentedCredential>;
}

export function codeMeanings(options: Partial<CodeOptions>): CodeMeanings {
  const rules = options.rules ?? siteSchema.shape.credentials.parse(undefined);
  const wedges = options.wedges ?? [];
  const today = options.today ?? (() => Temporal.Now.plainDateISO().toString());
  const ofCode = (text: string): CodeMeaning => classifyCode(text, rules, today());
  const ofStripe = (text: string): CodeMeaning => readStripe(text, rules);

  return {
    of: { scanner: ofCode, stripe: ofStripe, documents: (text) => meaningOfZone(readZone(findZone(text))) },
    ofWedge(line) {
      if (wedges.length === 0) return undefined;
      const isStripe = looksLikeStripe(line) || !wedges.includes('scanner');
      return isStripe && wedges.includes('stripe') ? ofStripe(line) : ofCode(line);
    },
    ofWristband(text, meaning) {
      if (meaning.means === 'badge' || looksLikeStripe(text)) return undefined;
      if (rules.wristband !== undefined) return numberIn(text, rules.wristband);
      if (meaning.means !== 'credential') return undefined;
      const { kind, number } = meaning.credential;
      return kind === 'other-code' || kind === 'hospital-card' ? number : undefined;
    },
    ofTypedZone(lines) {
      const zone = readZone(lines);
      return zone.ok ? { ...zone, credential: { ...zone.credential, typed: true } } : zone;
    },
    decode: options.decode ?? ((credential) => Promise.resolve(credential)),
  };
}

function meaningOfZone(zone: ZoneReading): CodeMeaning {
  if (zone.ok) return { means: 'credential', credential: zone.credential };
  if (zone.reason === 'check-digit') return trouble('number-invalid');
  return trouble(zone.reason === 'not-supported' ? 'not-supported' : 'unreadable');
}
