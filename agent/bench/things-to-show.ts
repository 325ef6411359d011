import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { passportZone } from '../readers/mrz/simulator/draw-zone.ts';
import { saidByPassportReader, saidByScanner, saidByStripeReader } from '../scanners/simulator/said.ts';
import type { DemoCard } from './demo-cards.ts';

/** Devices that push what they read, beside the card reader. */
export const pushDevices = ['scanner', 'stripe', 'documents'] as const;
export type PushDeviceName = (typeof pushDevices)[number];

/** Something that one holds before a device of the bench, and what the device then says. */
export interface ThingToShow {
  readonly id: string;
  readonly device: PushDeviceName;
  readonly zh: string;
  readonly en: string;
  /** Whose it is; null: nobody's. */
  readonly owner: string | null;
  readonly bytes: Uint8Array | string;
}

const demoCredentials = z.array(
  z.object({
    id: z.string(),
    card: z.string(),
    kind: z.enum(['health-code', 'insurance-code', 'hospital-card']),
    value: z.string(),
    story: z.object({ zh: z.string(), en: z.string() }),
  }),
);

/** What lies on the bench to be shown: codes, swiped cards and passports of the demo people, and what identifies nobody. */
export function thingsToShow(site: string, cards: readonly DemoCard[]): readonly ThingToShow[] {
  return [...ofPeople(site, cards), ...passports(cards), ...ofNobody];
}

function ofPeople(site: string, cards: readonly DemoCard[]): ThingToShow[] {
  const file = join(site, 'cards', 'credentials.yaml');
  if (!existsSync(file)) return [];
  return demoCredentials.parse(parse(readFileSync(file, 'utf8'))).map(({ id, card, kind, value, story }) => {
    const owner = cards.find((one) => one.id === card)?.name ?? null;
    const shown = { id, owner, ...story };
    if (kind === 'hospital-card') return { ...shown, device: 'stripe', bytes: saidByStripeReader(value) };
    return { ...shown, device: 'scanner', bytes: saidByScanner(kind === 'health-code' ? `${value}:1` : value) };
  });
}

function passports(cards: readonly DemoCard[]): ThingToShow[] {
  return cards.flatMap((card): ThingToShow[] => {
    if (card.kind !== 'passport') return [];
    const [family = '', given = ''] = (card.nameLatin ?? card.name).split(/,\s*/);
    const nationality = card.nationality ?? 'XXX';
    const zone = passportZone({
      family,
      given,
      nationality,
      issuer: nationality,
      number: card.idNumber,
      birthDate: card.birthDate,
      sex: card.sex,
      validTo: card.validTo ?? '2099-12-31',
    });
    return [
      {
        id: card.id,
        device: 'documents',
        owner: card.name,
        bytes: saidByPassportReader(zone),
        zh: '护照',
        en: 'Passport',
      },
    ];
  });
}

/** The rest of a hall's pockets. None of it identifies anybody. */
const ofNobody: readonly ThingToShow[] = [
  thing('payment-code', 'scanner', saidByScanner('134567890123456789'), '付款码', 'Payment code'),
  thing(
    'our-slip',
    'scanner',
    saidByScanner('LOBBY:T:01990000-0000-7000-8000-000000000000'),
    '本院的小票',
    'A slip of ours',
  ),
  thing('web-address', 'scanner', saidByScanner('https://example.com/?id=1'), '网址码', 'A web address'),
  thing('rubbish', 'scanner', saidByScanner('乱码 rubbish '.repeat(290)), '4 kB 的乱码', '4 kB of rubbish'),
  thing(
    'forged-badge',
    'scanner',
    saidByScanner('LOBBY:B:23456789.ABCDEFGHJKMNPQRSTUVW'),
    '假工作证',
    'A forged staff badge',
  ),
  thing('other-card', 'stripe', saidByStripeReader('9000000126'), '别家医院的卡', "Another hospital's card"),
  thing('bank-card', 'stripe', ';6200000000000005=30012010000000000?\r\n', '银行卡', 'A bank card'),
  thing(
    'worn-passport',
    'documents',
    saidByPassportReader(['P<JPNTANAKA<<YUKI', 'TK1']),
    '磨花的护照',
    'A worn passport',
  ),
];

function thing(id: string, device: PushDeviceName, bytes: string, zh: string, en: string): ThingToShow {
  return { id, device, bytes, zh, en, owner: null };
}
