import { describe, expect, test } from 'vitest';
import { ticketOfCode } from './slip-code.ts';

const id = '019aae6c-7d6e-7aaf-8f0e-0123456789ab';

describe('the code of a slip', () => {
  test.each([
    ['as it is printed', `LOBBY:T:${id}`],
    ['with the line end that a scanner types', `LOBBY:T:${id}\r\n`],
    ['under Caps Lock', `LOBBY:T:${id}`.toUpperCase()],
    ['under a Chinese input method', `LOBBY：T：${id}`],
    ['where it is the address of a page', `https://lobby.hospital.example/t/${id}`],
  ])('is read %s', (_, code) => {
    expect(ticketOfCode(code)).toBe(id);
  });

  test.each([
    ['an empty one', ''],
    ['a page on the web', `https://example.org/LOBBY:T:${id}`],
    ['an insurance code', '3303012026112301150000000001'],
    ['a code of ours of another kind', `LOBBY:B:${id}`],
    ['two codes in one', `LOBBY:T:${id}LOBBY:T:${id}`],
    ['4 kB of rubbish', 'x'.repeat(4096)],
    ['SQL', "LOBBY:T:' or 1=1 --"],
  ])('is not %s', (_, code) => {
    expect(ticketOfCode(code)).toBeUndefined();
  });
});
