import type { Slip } from '@lobby/hub/contract';
import { encodeSlip } from '@lobby/agent/printers/escpos/encode-slip.ts';
import { readBytes } from '@lobby/agent/printers/escpos/simulator/index.ts';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import jsqr from 'jsqr';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';

/*
 * The ticket as a picture, drawn from the bytes that reach the printer. After a wanted change of the layout run these
 * tests with LOBBY_GOLDEN=write and look at the pictures before committing them.
 */
const folder = fileURLToPath(new URL('golden', import.meta.url));
const trouble = fileURLToPath(new URL('../../test-results', import.meta.url));

const ticket: Slip = {
  title: '绍城医院',
  big: 'A012',
  heading: '心血管内科 · 3 诊室',
  subheading: 'Cardiology · Room 3 · 3F',
  lines: [
    { label: '姓名', value: '张*明' },
    { label: '预约', value: '09:00-09:20 李文医生' },
    { label: '签到', value: '11月23日 08:52' },
    { label: '前面 4 人', value: '约 20-35 分钟' },
  ],
  sections: [
    {
      title: '怎么走（约 4 分钟）',
      lines: [
        '1. 面向屏幕，向右转身，走到药房',
        '2. 乘 3 号电梯上到三楼',
        '3. 出电梯左转，经过护士站',
        '4. 心内科候诊区，看大屏叫号',
      ],
      large: true,
    },
    { title: '看完以后', lines: ['抽血：二楼采血处（空腹）', 'CT：14:00 一楼影像科 2 室'] },
  ],
  qr: 'https://lobby.example/r/3f-card-3',
  note: '手机扫码看路线，过号请在自助机重新签到\n服务电话 0575-0000000',
};

const english: Slip = {
  title: 'Shaocheng Hospital',
  big: 'A012',
  heading: 'Cardiology, Room 3',
  subheading: '心血管内科 · 3 诊室 · 3F',
  lines: [
    { label: 'Name', value: '䶮*𠅤' },
    { label: 'Appointment', value: '09:00-09:20 Dr Li Wen' },
    { label: 'Checked in', value: '23 November 08:52' },
    { label: '4 before you', value: 'about 20-35 minutes' },
  ],
  sections: [
    {
      title: 'The way (about 4 minutes)',
      lines: ['1. Take lift 3 to the third floor', '2. Turn left behind the nurses’ station'],
    },
  ],
  qr: 'https://lobby.example/路线/3f-card-3',
  note: 'If you miss your call, check in again at a terminal',
  reprint: true,
};

async function picture(slip: Slip, columns: number): Promise<Buffer> {
  const { slips, complaints } = readBytes(await encodeSlip(slip, columns), columns);
  expect(complaints).toEqual([]);
  expect(slips).toHaveLength(1);
  return (await slips[0]?.png()) ?? Buffer.alloc(0);
}

function expectLikeGolden(name: string, png: Buffer): void {
  const path = `${folder}/${name}.png`;
  if (process.env['LOBBY_GOLDEN'] === 'write') writeFileSync(path, png);
  expect(existsSync(path), `${path} exists`).toBe(true);
  const [is, was] = [PNG.sync.read(png), PNG.sync.read(readFileSync(path))];
  expect([is.width, is.height]).toEqual([was.width, was.height]);
  const difference = new PNG({ width: is.width, height: is.height });
  const pixels = pixelmatch(is.data, was.data, difference.data, is.width, is.height, { threshold: 0.2 });
  if (pixels > 60) {
    mkdirSync(trouble, { recursive: true });
    writeFileSync(`${trouble}/${name}.png`, png);
    writeFileSync(`${trouble}/${name}-difference.png`, PNG.sync.write(difference));
  }
  expect(pixels, `pixels that differ, see test-results/${name}-difference.png`).toBeLessThanOrEqual(60);
}

test.each([
  ['ticket-80mm', ticket, 48],
  ['ticket-58mm', ticket, 32],
  ['reprint-english-80mm', english, 48],
] as const)('the %s looks as it was approved', async (name, slip, columns) => {
  expectLikeGolden(name, await picture(slip, columns));
});

test.each([
  [ticket, 48],
  [ticket, 32],
  [english, 48],
  [{ ...english, qr: '路线'.repeat(100) }, 48],
] as const)('a telephone reads the QR code off the paper', async (slip, columns) => {
  const { data, width, height } = PNG.sync.read(await picture(slip, columns));
  const read = jsqr.default(Uint8ClampedArray.from(data), width, height);
  expect(read?.data).toBe(slip.qr);
});
