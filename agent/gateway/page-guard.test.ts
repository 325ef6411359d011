import { describe, expect, it } from 'vitest';
import { guardPage } from './page-guard.ts';

const own = { host: '127.0.0.1:3001', origin: 'http://127.0.0.1:3001' };

describe('whom the terminal answers', () => {
  it("is the terminal's own page, by address or by name", () => {
    expect(guardPage({ ...own, 'sec-fetch-site': 'same-origin' }, 3001, 'write')).toBeUndefined();
    const byName = { host: 'localhost:3001', origin: 'http://localhost:3001' };
    expect(guardPage(byName, 3001, 'write')).toBeUndefined();
  });

  it.each(['attacker.example:3001', '127.0.0.1:3000', '127.0.0.1', '127.0.0.1.attacker.example:3001', ''])(
    'is nobody who calls it %s',
    (host) => expect(guardPage({ host, origin: `http://${host}` }, 3001, 'read')).toBe('wrong-host'),
  );

  it.each(['https://127.0.0.1:3001', 'http://127.0.0.1:3000', 'http://attacker.example', 'null'])(
    'is not a page of %s',
    (origin) => expect(guardPage({ ...own, origin }, 3001, 'read')).toBe('foreign-origin'),
  );

  it('is nobody who writes without saying from where', () => {
    expect(guardPage({ host: own.host }, 3001, 'write')).toBe('foreign-origin');
  });

  it('is nobody who listens to the devices from another site', () => {
    const listening = { host: own.host, 'sec-fetch-site': 'cross-site' };
    expect(guardPage(listening, 3001, 'events')).toBe('foreign-origin');
    expect(guardPage({ ...listening, 'sec-fetch-site': 'none' }, 3001, 'events')).toBe('foreign-origin');
  });

  it('is whoever follows a link to it, but not a page that puts it into a frame', () => {
    const link = { host: own.host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect(guardPage({ ...link, 'sec-fetch-dest': 'document' }, 3001, 'read')).toBeUndefined();
    expect(guardPage({ ...link, 'sec-fetch-dest': 'iframe' }, 3001, 'read')).toBe('foreign-origin');
  });
});
