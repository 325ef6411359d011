import { describe, expect, test } from 'vitest';
import { bearerOf, mayWrite, provesItself } from './same-origin.ts';

const origin = 'http://hub.example:3000';
const ask = (method: string, headers: Record<string, string>, siteAddress?: string, bodyProves = false): boolean =>
  mayWrite({ method, headers: new Headers(headers), origin, siteAddress, bodyProves });

describe('a write', () => {
  test.each([
    ['from a page of ours', { origin }],
    ['of an agent with its credential', { authorization: 'Bearer abcdefgh' }],
    ['which the browser calls same-origin', { 'sec-fetch-site': 'same-origin' }],
  ])('%s is taken', (_, headers) => {
    expect(ask('POST', headers)).toBe(true);
  });

  test.each<[string, Record<string, string>]>([
    ['without any sign of where it came from', {}],
    ['from another site', { origin: 'http://evil.example' }],
    ['from another port of this machine', { origin: 'http://hub.example:3001' }],
    ['from a page without an origin', { origin: 'null' }],
    [
      'from another site, with a credential it cannot have',
      { origin: 'http://evil.example', authorization: 'Bearer x' },
    ],
    ['of a neighbouring site', { 'sec-fetch-site': 'same-site' }],
    ['with another kind of credential', { authorization: 'Basic YTpi' }],
  ])('%s is refused', (_, headers) => {
    expect(ask('POST', headers)).toBe(false);
    expect(ask('DELETE', headers)).toBe(false);
  });

  test('through the proxy that the site names is taken', () => {
    const headers = { origin: 'https://lobby.hospital.example' };
    expect(ask('POST', headers, 'https://lobby.hospital.example/')).toBe(true);
    expect(ask('POST', headers, 'not an address')).toBe(false);
  });
});

test('an agent with a one-time code and nothing else is let in; a page with one is not, unless it is ours', () => {
  expect(ask('POST', {}, undefined, true)).toBe(true);
  expect(ask('POST', { 'sec-fetch-site': 'cross-site' }, undefined, true)).toBe(false);
  expect(ask('POST', { origin: 'http://evil.example' }, undefined, true)).toBe(false);
  expect(ask('POST', { origin }, undefined, true)).toBe(true);
});

test('reading needs no origin', () => {
  expect(ask('GET', { origin: 'http://evil.example' })).toBe(true);
});

test('a credential with spaces or control bytes is none', () => {
  expect(bearerOf(new Headers({ authorization: 'Bearer good-one' }))).toBe('good-one');
  expect(bearerOf(new Headers({ authorization: 'Bearer two words' }))).toBeUndefined();
  expect(bearerOf(new Headers({ authorization: 'Bearer ' }))).toBeUndefined();
  expect(bearerOf(new Headers())).toBeUndefined();
});

test('software without cookies is let through to hear that its credential is missing, pages are not', () => {
  expect(['/api/v1/desks/D-card-3/actions', '/api/v1/mirror/items', '/api/enrolment'].every(provesItself)).toBe(true);
  expect(['/api/desk/actions', '/api/operator/codes', '/api/v1'].some(provesItself)).toBe(false);
  expect([ask('POST', {}, undefined, true), ask('POST', { origin: 'http://evil.example' }, undefined, true)]).toEqual([
    true,
    false,
  ]);
});
