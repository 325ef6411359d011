import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findZone } from './find-zone.ts';
import { readZone } from './read-zone.ts';
import { cardZone, passportZone } from './simulator/draw-zone.ts';

/** Specimen of ICAO 9303 part 4, of the state UTO, which is in no list of states. */
const specimen = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const person = {
  family: 'Zhang',
  given: 'Jianming',
  issuer: 'CHN',
  nationality: 'CHN',
  birthDate: '1954-03-18',
  sex: 'male',
  validTo: '2030-01-01',
} as const;

describe('a machine readable zone', () => {
  it('of a passport means its number and name, also of a state in no list', () => {
    expect(readZone(specimen)).toEqual({
      ok: true,
      credential: { kind: 'passport', number: 'L898902C3', name: 'ERIKSSON ANNA MARIA' },
      birthDate: '740812',
    });
  });

  it('forgives blanks, small letters and missing fillers', () => {
    const typed = ['p<utoeriksson<<anna<maria', ' L898902C36UTO7408122F1204159ZE184226B<<<<<10 '];
    expect(readZone(typed)).toEqual(readZone(specimen));
  });

  it.each([
    ['the number', 0, 'number'],
    ['the date of birth', 14, 'birth-date'],
    ['the expiry', 22, 'expiry'],
    ['the personal number', 30, 'whole'],
  ])('with a wrong character in %s says where to look', (_part, place, field) => {
    const [first = '', second = ''] = specimen;
    const wrong = second.slice(0, place) + (second.charAt(place) === '7' ? '1' : '7') + second.slice(place + 1);
    expect(readZone([first, wrong])).toEqual({ ok: false, reason: 'check-digit', field });
  });

  it.each([
    ['one line', specimen.slice(1)],
    ['nothing', []],
    ['lines of no document', ['ABC', 'DEF']],
    ['a second line that lacks its end', [specimen[0] ?? '', 'L898902C36UTO7408122F1204159ZE184226B<<<<']],
  ])('of %s is incomplete', (_what, lines) => {
    expect(readZone(lines).ok).toBe(false);
  });

  it('in other letters is said to be so', () => {
    const lines = specimen.map((line) => line.replace('<<', 'É张'));
    expect(readZone(lines)).toMatchObject({ ok: false, reason: 'characters' });
  });

  it('never breaks the reader, whatever is in it', () => {
    const character = fc.constantFrom(...'ABCINPV<0123456789<<');
    const line = (length: number) => fc.string({ unit: character, minLength: length, maxLength: length });
    const lines = fc.oneof(
      fc.tuple(line(44), line(44)),
      fc.tuple(line(36), line(36)),
      fc.tuple(line(30), line(30), line(30)),
      fc.array(fc.string(), { maxLength: 4 }),
    );
    fc.assert(fc.property(lines, (any) => typeof readZone(any).ok === 'boolean'));
  });

  it('of a Chinese passport, whose code is PO, is one of a passport', () => {
    const lines = passportZone({ ...person, code: 'PO', number: 'EA1234567' });
    expect(readZone(lines)).toEqual({
      ok: true,
      credential: { kind: 'passport', number: 'EA1234567', name: 'ZHANG JIANMING' },
      birthDate: '540318',
    });
  });

  it.each(['H12345678', 'M12345678', '12345678', 'C12345678', 'CA1234567'])(
    'of a permit to travel is known by the form of its number: %s',
    (number) => {
      expect(readZone(cardZone({ ...person, code: 'CR', number }))).toMatchObject({ ok: true, credential: { number } });
    },
  );

  it('of a permit with a number of no such form, or of no document to travel with, is not supported', () => {
    const refused = { ok: false, reason: 'not-supported', field: null };
    expect(readZone(cardZone({ ...person, code: 'CR', number: 'X12345678' }))).toEqual(refused);
    expect(readZone(cardZone({ ...person, code: 'X<', number: 'A12345678' }))).toEqual(refused);
  });
});

describe('what a passport reader pushes', () => {
  it.each([
    ['as it stands', `${specimen.join('\r\n')}\r\n`],
    ['in JSON, as one text', `CameraData:${JSON.stringify({ ret: 0, info: { mrz: specimen.join('\n') } })}`],
    ['in JSON, line by line', `CameraData:${JSON.stringify({ line1: specimen[0], line2: specimen[1], sex: 'F' })}`],
  ])('has the zone in it: %s', (_how, pushed) => {
    expect(findZone(pushed)).toEqual(specimen);
  });

  it.each(['CameraData:{"ret":1}', 'CameraData:{"mrz":', 'ERROR', '', '{'.repeat(3000)])(
    'may have none: %s',
    (pushed) => {
      expect(findZone(pushed)).toEqual([]);
    },
  );
});
