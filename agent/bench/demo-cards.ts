import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { chipCardKinds } from '@lobby/hub/contract';
import type { SimulatedCard } from '../readers/sdt/simulator/card-image.ts';

/** A card or passport that can be laid down on the bench: what is printed on it, and which story it plays. Dates are ISO. */
const demoCard = z.object({
  id: z.string(),
  kind: z.enum([...chipCardKinds, 'passport']),
  name: z.string(),
  nameLatin: z.string().nullable().default(null),
  nationality: z.string().nullable().default(null),
  sex: z.enum(['male', 'female']),
  nation: z.string().nullable().default(null),
  birthDate: z.iso.date(),
  idNumber: z.string(),
  address: z.string().nullable().default(null),
  issuer: z.string().default(''),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable().default(null),
  story: z.object({ zh: z.string(), en: z.string() }),
});
export type DemoCard = z.infer<typeof demoCard>;

/** For a site that has no demo patients of its own. */
const builtIn: DemoCard = {
  id: 'anybody',
  kind: 'resident-id',
  name: '安平',
  nameLatin: null,
  nationality: null,
  sex: 'female',
  nation: '汉',
  birthDate: '1949-12-31',
  idNumber: '11010519491231002X',
  address: '北京市朝阳区光华路1号',
  issuer: '北京市公安局朝阳分局',
  validFrom: '2010-01-01',
  validTo: null,
  story: { zh: '这家医院没有她的档案', en: 'This hospital has no file of hers' },
};

/** The demo cards of a site: the list in its folder `cards`, or one card of nobody. Throws when the list is not right. */
export function readDemoCards(site: string): readonly DemoCard[] {
  const file = join(site, 'cards', 'cards.yaml');
  if (!existsSync(file)) return [builtIn];
  return z
    .array(demoCard)
    .min(1)
    .parse(parse(readFileSync(file, 'utf8')));
}

/** The same card as the simulated reader takes it; a passport has no chip for it. */
export function chipOf(card: DemoCard): SimulatedCard | undefined {
  const { name, sex, birthDate, idNumber, validFrom, validTo, issuer } = card;
  const person = { name, sex, birthDate, idNumber, validFrom, validTo };
  const nameLatin = card.nameLatin ?? '';
  const nationality = card.nationality ?? '';
  const address = card.address ?? '';
  switch (card.kind) {
    case 'resident-id':
      return { kind: card.kind, ...person, nation: card.nation ?? '汉', address, issuer };
    case 'hmt-permit':
      return { kind: card.kind, ...person, address, issuer };
    case 'foreigner-2017':
      return { kind: card.kind, ...person, nameLatin, nationality, issuer };
    case 'foreigner-2023':
      return { kind: card.kind, ...person, nameLatin, nationality };
    case 'passport':
      return undefined;
  }
}
