import { describe, expect, it } from 'vitest';
import { headersToHub, headersToPage } from './headers.ts';

const word = { credential: 'of-the-terminal', secret: 'of-the-visit', bodyLength: 2 };

describe('headers of a page on their way to the hub', () => {
  it('carry the word of the agent instead of the word of the page', () => {
    const page = { host: '127.0.0.1:3001', authorization: 'Bearer forged', 'x-visit-secret': 'forged' };
    const sent = headersToHub(page, word);
    expect(sent['authorization']).toBe('Bearer of-the-terminal');
    expect(sent['x-visit-secret']).toBe('of-the-visit');
    expect(sent['host']).toBe('127.0.0.1:3001');
    expect(sent['x-forwarded-proto']).toBe('http');
  });

  it('lose cookies, forwarding claims and what belongs to the connection', () => {
    const page = {
      cookie: 'lobby_desk=1',
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '10.0.0.1',
      connection: 'keep-alive, X-Trick',
      'x-trick': '1',
      'transfer-encoding': 'chunked',
      'accept-language': 'zh-CN',
    };
    const sent = headersToHub(page, { credential: undefined, secret: undefined, bodyLength: undefined });
    expect(sent).toEqual({ 'accept-language': 'zh-CN', 'x-forwarded-proto': 'http' });
  });
});

describe("headers of the hub's answer on their way to the page", () => {
  const own = 'http://127.0.0.1:3001';

  it('set no cookie and give no other origin leave to read', () => {
    const answer = { 'set-cookie': ['a=b'], 'access-control-allow-origin': '*', etag: '"1"' };
    expect(headersToPage(answer, own)).toEqual({ etag: '"1"' });
  });

  it.each([
    ['/terminal?x=1', '/terminal?x=1'],
    ['http://127.0.0.1:3001/terminal', '/terminal'],
    ['https://elsewhere.example/login', '/terminal'],
    ['//elsewhere.example', '/terminal'],
    ['javascript:alert(1)', '/terminal'],
  ])('lead from %s to a place on this terminal', (location, to) => {
    expect(headersToPage({ location }, own)['location']).toBe(to);
  });
});
