import type { CredentialRules } from '@lobby/config';
import { checkIdNumber } from '../readers/sdt/id-number.ts';
import { presents, trouble, type CodeMeaning } from './code-meaning.ts';

/** What every code that we print starts with: tickets, slips; and staff badges. */
const ours = /^LOBBY:|^https?:\/\/[^\s/]+\/t\/[0-9a-f-]{36}\s*$/i;
const badge = /^LOBBY:B:/i;

/** A credential that the hub takes. Characters. */
const longestCode = 128;

/** A scheme before a colon and slashes, a payment app's own scheme, or a bare web address. */
const address = /^[a-z][a-z0-9+.-]*:\/\/|^www\.|^(mailto|tel|weixin|alipays?|upwrp):/i;

/**
 * What a scanned code means, by the site's rules. Of an e-health code only the identifier is kept; an insurance code
 * stays as it is. `today` (YYYY-MM-DD) tells an identity number from a payment code of the same length.
 */
export function classifyCode(text: string, rules: CredentialRules, today: string): CodeMeaning {
  if (badge.test(text)) return { means: 'badge', badge: text };
  if (ours.test(text)) return trouble('slip-code');
  if (isInsuranceCode(text, rules.insuranceCode)) return presents('insurance-code', text);
  const card = numberIn(text, rules.hospitalCard);
  if (card !== undefined) return presents('hospital-card', card);
  const health = numberIn(text, rules.healthCode);
  if (health !== undefined) return presents('health-code', health);
  if (isPaymentCode(text, rules, today)) return trouble('payment-code');
  return isPlausible(text) ? presents('other-code', text) : trouble('wrong-code');
}

/** The named group `number` of a pattern that a text fits; undefined: it does not fit, or there is no pattern. */
export function numberIn(text: string, pattern: string | undefined): string | undefined {
  if (pattern === undefined) return undefined;
  return new RegExp(pattern, 'u').exec(text)?.groups?.['number'];
}

function isInsuranceCode(text: string, rule: CredentialRules['insuranceCode']): boolean {
  const characters = rule.characters === 'digits' ? /^\d+$/ : /^[0-9A-Za-z]+$/;
  return text.length === rule.length && text.startsWith(rule.prefix) && characters.test(text.slice(rule.prefix.length));
}

/** A payment code of 18 digits that is an identity number with birth date and check digit is that identity number. */
function isPaymentCode(text: string, rules: CredentialRules, today: string): boolean {
  if (!rules.paymentCodes.some((pattern) => new RegExp(pattern, 'u').test(text))) return false;
  return !checkIdNumber(text, today).ok;
}

/** Whether a file could have an identifier like this: something printed without gaps, and no address. */
function isPlausible(text: string): boolean {
  if (text.length > longestCode || address.test(text)) return false;
  return /^[\p{L}\p{M}\p{N}\p{P}\p{S}]+$/u.test(text);
}
