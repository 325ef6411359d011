import type { PasswordFault } from '../contract/index.ts';

const shortest = 8;
const rows = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const triedFirst = ['password', 'passw0rd', 'iloveyou', 'woaini', 'hospital', 'yiyuan'];

/**
 * What is wrong with a password of one's own. Length counts; signs and capitals are nobody's business, and nothing runs
 * out. Refused is what everybody would try first (NIST SP 800-63B, 5.1.1.2).
 */
export function faultOfPassword(chosen: string, workNo: string): PasswordFault | undefined {
  const password = chosen.normalize('NFC');
  if ([...password].length < shortest) return 'password-short';
  return isEasy(password.toLowerCase(), workNo.toLowerCase()) ? 'password-easy' : undefined;
}

function isEasy(password: string, workNo: string): boolean {
  const rest = password.replaceAll(workNo, '');
  if (rest.length < shortest / 2) return true;
  if (new Set(password).size < 4) return true;
  const withoutDigits = password.replace(/\d+$/, '');
  if (triedFirst.some((word) => withoutDigits === word)) return true;
  return rows.some((row) => [row, [...row].reverse().join('')].some((keys) => (keys + keys).includes(password)));
}
