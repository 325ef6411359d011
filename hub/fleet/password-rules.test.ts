import { expect, test } from 'vitest';
import { faultOfPassword } from './password-rules.ts';

test.each(['huayuan 3 hao', '春天花会开了真好', 'three-blue-cups', '20-maotouying', 'Demo-1001x!'])(
  'a nurse may take %j',
  (password) => {
    expect(faultOfPassword(password, '3001')).toBeUndefined();
  },
);

test.each([
  ['3001', 'password-short'],
  ['猫头鹰', 'password-short'],
  ['30013001', 'password-easy'],
  ['3001abc', 'password-short'],
  ['12345678', 'password-easy'],
  ['87654321', 'password-easy'],
  ['aaaaaaaa', 'password-easy'],
  ['abababab', 'password-easy'],
  ['qwertyuiop', 'password-easy'],
  ['Password', 'password-easy'],
  ['password1', 'password-easy'],
  ['woaini520', 'password-easy'],
])('%j is refused: %s', (password, fault) => {
  expect(faultOfPassword(password, '3001')).toBe(fault);
});
