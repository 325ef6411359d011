import { hostileCharacter } from '@lobby/config/wording/hostile-character.ts';
import type { Slip } from '@lobby/hub/contract';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { cleanLine } from './clean-text.ts';
import { drawnLineBytes } from './drawn-line.ts';
import type { Drawing } from './drawing.ts';
import { encodeSlip } from './encode-slip.ts';
import { canWrite } from './printer-characters.ts';
import { readBytes } from './simulator/index.ts';

vi.setConfig({ testTimeout: 30_000 });

const ticket: Slip = {
  title: '绍城医院',
  big: 'A012',
  heading: '心血管内科 · 3 诊室',
  lines: [
    { label: '姓名', value: '张*明' },
    { label: '预约', value: '09:00–09:20 李文医生' },
  ],
  qr: 'https://lobby.example/r/A012',
  note: '过号请重新签到',
};

/** Without a process for each of many slips. */
const drawHere: Drawing = ({ lines, dots }) => Promise.all(lines.map((line) => drawnLineBytes(line, dots)));

const squeezed = (text: string) => text.replaceAll(/\s/gu, '');
const pictures = (bytes: Uint8Array, columns: number) =>
  readBytes(bytes, columns).slips.flatMap(({ items }) => items.filter(({ kind }) => kind === 'raster'));

test('a ticket reads on paper as it was written', async () => {
  const { slips, complaints } = readBytes(await encodeSlip(ticket, 48), 48);
  expect(complaints).toEqual([]);
  expect(slips).toHaveLength(1);
  expect(slips[0]?.lines).toEqual([
    '绍城医院',
    'A012',
    '心血管内科 · 3 诊室',
    '-'.repeat(48),
    `姓名${' '.repeat(48 - 4 - 5)}张*明`,
    `预约${' '.repeat(48 - 4 - 21)}09:00–09:20 李文医生`,
    '过号请重新签到',
  ]);
  expect(slips[0]?.codes).toEqual(['https://lobby.example/r/A012']);
});

test('the number is the largest thing on the slip', async () => {
  const [slip] = readBytes(await encodeSlip(ticket, 48), 48).slips;
  const heights = slip?.items.flatMap((item) => (item.kind === 'text' ? item.glyphs : [])) ?? [];
  const number = heights.filter(({ character }) => character === 'A');
  expect(number[0]).toMatchObject({ width: 6, height: 6, bold: true });
  expect(Math.max(...heights.filter(({ character }) => !'A012'.includes(character)).map(({ height }) => height))).toBe(
    2,
  );
});

test('a reprint says so in both languages', async () => {
  const [slip] = readBytes(await encodeSlip({ ...ticket, reprint: true }, 32), 32).slips;
  expect(slip?.text).toContain('补打');
  expect(slip?.text).toContain('REPRINT');
});

test.each(['䶮*明', '㛃', '𠅤三', 'ñandú', '😀'])(
  'a line with %s is drawn, its neighbours are written',
  async (value) => {
    const bytes = await encodeSlip(
      {
        title: '打印测试',
        lines: [
          { label: '姓名', value },
          { label: '科室', value: '内科' },
        ],
      },
      48,
    );
    const { slips, complaints } = readBytes(bytes, 48);
    expect(complaints).toEqual([]);
    expect(slips[0]?.text).toContain('内科');
    expect(slips[0]?.text).not.toContain('姓名');
    const [picture] = pictures(bytes, 48);
    expect(picture?.kind === 'raster' && picture.data.some((byte) => byte !== 0)).toBe(true);
  },
);

test('two rare names make two different pictures', async () => {
  const draw = async (value: string) =>
    pictures(await encodeSlip({ title: 'x', lines: [{ label: '', value }] }, 32), 32)[0];
  expect(await draw('䶮')).not.toEqual(await draw('㛃'));
});

test('a number with a rare character is drawn as large, in bands a small buffer takes', async () => {
  const bytes = await encodeSlip({ title: 'x', big: '䶮1', lines: [] }, 48);
  const [picture] = pictures(bytes, 48);
  expect(picture).toMatchObject({ kind: 'raster', rowBytes: 72 });
  expect(readBytes(bytes, 48).complaints).toEqual([]);
});

test('a QR code with Chinese content keeps every byte', async () => {
  const content = 'https://医院.example/路线?号=A012';
  const [slip] = readBytes(await encodeSlip({ ...ticket, qr: content }, 48), 48).slips;
  expect(slip?.codes).toEqual([content]);
});

test('the longest QR code fits the narrow paper', async () => {
  const { slips, complaints } = readBytes(await encodeSlip({ ...ticket, qr: '路'.repeat(600) }, 32), 32);
  expect(complaints).toEqual([]);
  expect(slips[0]?.codes).toEqual(['路'.repeat(600)]);
});

test('every slip begins with ESC @ and ends with its cut', async () => {
  const { commands } = readBytes(await encodeSlip(ticket, 48), 48);
  expect(commands[0]).toEqual({ kind: 'initialise' });
  expect(commands.at(-1)).toMatchObject({ kind: 'cut' });
  expect(commands.filter(({ kind }) => kind === 'cut')).toHaveLength(1);
});

const hostile = fc.oneof(
  fc.string({ unit: fc.nat().map(hostileCharacter), maxLength: 120 }),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({
    unit: fc.constantFrom(...'诊室张明，。AZ09 <>&\u001b\u001c\u001d\u0010\u0004\u0000\u202e'),
    maxLength: 120,
  }),
);

test('whatever a slip says, no command gets in, no line is too wide and there is one cut', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, hostile, hostile, fc.constantFrom(48, 32), async (title, value, note, columns) => {
      const slip: Slip = { title, note, big: title.slice(0, 16), lines: [{ label: note.slice(0, 40), value }] };
      const { slips, complaints, commands } = readBytes(await encodeSlip(slip, columns, drawHere), columns);
      expect(complaints).toEqual([]);
      expect(slips).toHaveLength(1);
      expect(commands.filter(({ kind }) => kind === 'initialise')).toHaveLength(1);
    }),
    { numRuns: 60 },
  );
});

test('every text of the printer’s own font comes out as it went in', async () => {
  const own = fc.string({
    unit: fc.constantFrom(...'诊室张明，。（）·–①喆 AZ az 09:;!"#$%&\'()*+-/<=>?@[]^_{|}~'),
    maxLength: 150,
  });
  await fc.assert(
    fc.asyncProperty(own, own, fc.constantFrom(48, 32), async (label, value, columns) => {
      expect(canWrite(label + value)).toBe(true);
      const { slips, complaints } = readBytes(
        await encodeSlip({ title: '', lines: [{ label, value }] }, columns),
        columns,
      );
      expect(complaints).toEqual([]);
      const written = slips[0]?.lines.filter((line) => line !== '-'.repeat(columns)) ?? [];
      const characters = [...squeezed(written.join(''))].toSorted();
      expect(characters).toEqual([...squeezed(cleanLine(label) + cleanLine(value))].toSorted());
    }),
    { numRuns: 100 },
  );
});
