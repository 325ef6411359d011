import { expect, test } from 'vitest';
import { demoAccounts } from './demo-accounts.ts';

const named = (workNo: string, role: 'doctor' | 'nurse' | 'operator') => {
  return { workNo, role, name: { zh: '顾念', en: 'Gu Nian' }, password: `demo-${workNo}` };
};
const demo = {
  staff: [named('1001', 'doctor'), named('3001', 'nurse'), named('3002', 'nurse'), named('9001', 'operator')],
};

test('a demo tells at each login who can log in there, and a hospital tells nothing', () => {
  const told = (...roles: Parameters<typeof demoAccounts>[1]) =>
    demoAccounts({ demo }, roles).map(({ workNo }) => workNo);
  expect(told('operator')).toEqual(['9001']);
  expect(told('nurse', 'operator')).toEqual(['3001', '3002']);
  expect(demoAccounts({ demo: undefined }, ['nurse'])).toEqual([]);
});
