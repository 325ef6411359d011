import { describe, expect, it } from 'vitest';
import { listSettings } from './list-settings.ts';

describe('the list of settings', () => {
  const settings = listSettings();

  it('names the settings of every kind of place', () => {
    const keys = settings.map((setting) => setting.key);
    expect(keys).toEqual(
      expect.arrayContaining([
        'timeZone',
        'checkIn.graceMinutes',
        'areas[].queues[].prefix',
        'terminals[].reader(sdt).address',
        'terminals[].scanner(external).command',
      ]),
    );
  });

  it('explains each setting with a sentence and an example', () => {
    const unexplained = settings.filter((setting) => setting.description.length < 4 || setting.example === undefined);
    expect(unexplained).toEqual([]);
  });
});
