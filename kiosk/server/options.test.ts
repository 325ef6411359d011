import { describe, expect, test } from 'vitest';
import { readOptions } from './options.ts';

describe('the environment of the server', () => {
  test('may be empty: loopback, port 3000, the demo site', () => {
    expect(readOptions({})).toMatchObject({
      ok: true,
      options: { host: '127.0.0.1', port: 3000, databaseUrl: undefined },
    });
  });

  test('counts an empty value as none', () => {
    expect(readOptions({ PORT: '', HOST: '', DATABASE_URL: '' })).toEqual(readOptions({}));
  });

  test('names folders from the repository, or absolutely', () => {
    const read = readOptions({ LOBBY_DATA: '/var/lib/lobby', LOBBY_SITE: 'config/sites/mine' });
    expect(read).toMatchObject({ ok: true, options: { data: '/var/lib/lobby' } });
    expect(read.ok && read.options.site.endsWith('/config/sites/mine')).toBe(true);
  });

  test('may stop the clock, at an instant only', () => {
    expect(readOptions({ LOBBY_CLOCK: '2026-03-02T08:52:00+08:00' })).toMatchObject({ ok: true });
    expect(readOptions({ LOBBY_CLOCK: 'noon' })).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('LOBBY_CLOCK'),
    });
  });

  test.each(['80a', '-1', '65536', '3000 '])('answers a sentence to port %s', (PORT) => {
    expect(readOptions({ PORT })).toMatchObject({ ok: false, sentence: expect.stringContaining('PORT') });
  });

  test('answers a sentence to another kind of database, without repeating its password', () => {
    const read = readOptions({ DATABASE_URL: 'mysql://root:secret@db/lobby' });
    expect(read).toMatchObject({ ok: false, sentence: expect.stringContaining('DATABASE_URL') });
    expect(JSON.stringify(read)).not.toContain('secret');
  });
});
