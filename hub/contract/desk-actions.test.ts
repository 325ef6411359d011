import { expect, test } from 'vitest';
import { deskAction } from './desk-actions.ts';

const broadcast = (zh: string, en: string) =>
  deskAction.safeParse({ action: 'broadcast', key: 'broadcast-1', text: { zh, en }, minutes: 5 });

test('a broadcast of nothing but spaces is none: no screen shows an empty line', () => {
  expect(broadcast('　 ', ' ').success).toBe(false);
  expect(broadcast('今天下午停诊', '\n').success).toBe(false);
});

test('the words of a broadcast are kept without the spaces around them', () => {
  expect(broadcast(' 今天下午停诊　', ' No clinic this afternoon ').data).toMatchObject({
    text: { zh: '今天下午停诊', en: 'No clinic this afternoon' },
  });
});
