import { describe, expect, test } from 'vitest';
import { atWork } from './at-work.ts';
import { foreignerCard, foreignerCard2023, permitCard, residentCard } from './invented-cards.ts';

const resident = { ...residentCard, nameLatin: null, nationality: null };

describe.each(['tcp', 'pty'] as const)('over %s a card that is laid down', (over) => {
  test('is found and read', async () => {
    const { simulator, next } = await atWork({ over });
    expect(await next()).toEqual({ type: 'reader.ready' });
    simulator.layDown(residentCard);
    expect(await next()).toEqual({ type: 'card.found' });
    expect(await next()).toEqual({ type: 'card.read', card: resident });
  });

  test('before the program starts is read as well', async () => {
    const { simulator, next } = await atWork({ over });
    simulator.layDown(residentCard);
    expect([await next(), await next(), await next()].map((event) => event.type)).toEqual([
      'reader.ready',
      'card.found',
      'card.read',
    ]);
  });
});

test('a permit of Hong Kong, Macau and Taiwan residents is read without a nation', async () => {
  const { simulator, next } = await atWork();
  simulator.layDown(permitCard);
  await next();
  await next();
  expect(await next()).toMatchObject({
    type: 'card.read',
    card: {
      kind: 'hmt-permit',
      name: '陈大文',
      nation: null,
      idNumber: permitCard.kind === 'hmt-permit' && permitCard.idNumber,
      validTo: '2027-05-05',
    },
  });
});

test('a foreigner card of 2017 is read with both names and the nationality', async () => {
  const { simulator, next } = await atWork();
  simulator.layDown(foreignerCard);
  await next();
  await next();
  expect(await next()).toEqual({
    type: 'card.read',
    card: {
      kind: 'foreigner-2017',
      name: '史密斯',
      nameLatin: 'SMITH, JOHN ALBERT',
      nationality: 'USA',
      sex: 'male',
      nation: null,
      birthDate: '1975-09-09',
      address: null,
      idNumber: 'USA110075090901',
      issuer: '1500',
      validFrom: '2019-01-01',
      validTo: '2029-01-01',
    },
  });
});

test.each([
  [foreignerCard2023, 'foreigner-2023'],
  [{ kind: 'unknown', letter: 'Q' } as const, 'unknown-Q'],
])('a card without a published layout is named and not guessed at', async (card, kind) => {
  const { simulator, next } = await atWork();
  simulator.layDown(card);
  await next();
  await next();
  expect(await next()).toEqual({
    type: 'card.trouble',
    problem: 'card-not-supported',
    kind,
    detail: `no layout for a card of kind ${kind}`,
  });
  simulator.lift();
  expect(await next()).toEqual({ type: 'card.removed' });
});

test('a card with a wrong check digit is told from one that cannot be read, and not quoted', async () => {
  const { simulator, next } = await atWork();
  simulator.layDown({ ...residentCard, idNumber: '110105194912310021' });
  await next();
  await next();
  expect(await next()).toEqual({
    type: 'card.trouble',
    problem: 'number-invalid',
    kind: 'resident-id',
    detail: 'check-digit of the number is wrong',
  });
});

test('fingerprints are never asked for', async () => {
  const { simulator, next } = await atWork();
  simulator.layDown(residentCard);
  await next();
  await next();
  await next();
  expect(new Set(simulator.asked)).toEqual(new Set(['2001', '2002', '3001']));
});
