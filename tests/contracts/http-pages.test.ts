import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cookieOf, HttpHub } from './http-hub.ts';

let hub: HttpHub;
beforeAll(async () => {
  hub = await HttpHub.start();
});
afterAll(() => hub.stop());

const portOf = (url: string): string => new URL(url).port;

describe('a page', () => {
  test('is neither framed, nor kept, nor fed from elsewhere', async () => {
    const { status, headers } = await hub.ask('/desk');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
    });
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
  });

  test('opened by a link on another site asks for itself again, then its cookies come along', async () => {
    const arriving = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    const { text, headers } = await hub.ask('/desk?as=D-card-1', { headers: arriving });
    expect(text).toContain('http-equiv="refresh"');
    expect(headers['set-cookie']).toBeUndefined();
  });

  test('that does not exist says so without our insides', async () => {
    const { status, text } = await hub.ask('/no/such/page');
    expect(status).toBe(404);
    expect(text).not.toMatch(/node_modules|\.[jt]s:\d/);
  });
});

describe('a browser of the demo', () => {
  test('becomes the desk it asks for, at a clean address', async () => {
    const answer = await hub.ask('/desk?as=D-card-3');
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/desk');
    expect(cookieOf(answer)).toMatch(/^lobby_desk=./);
    const page = await hub.ask('/desk', { headers: { cookie: cookieOf(answer) } });
    expect(page.text).toContain('登录诊台');
  });

  test('becomes the desk that its host name says, and stays it', async () => {
    const host = `desk2.localhost:${portOf(hub.url)}`;
    const first = await hub.ask('/desk', { headers: { host } });
    expect(cookieOf(first)).toMatch(/^lobby_desk=./);
    const second = await hub.ask('/desk', { headers: { host, cookie: cookieOf(first) } });
    expect(cookieOf(second)).toBe('');
    expect(second.text).toContain('登录诊台');
  });

  test.each([
    ['that the site does not have', '/desk?as=D-nowhere', {}],
    ['under a name that somebody else gave this machine', '/desk?as=D-card-1', { host: 'evil.example' }],
    ['from behind a proxy', '/desk?as=D-card-1', { 'x-forwarded-for': '203.0.113.9' }],
  ])('is no desk %s', async (_, path, headers) => {
    const answer = await hub.ask(path, { headers });
    expect(cookieOf(answer)).toBe('');
    expect(answer.text).toContain('这台电脑还不是诊台');
  });
});
