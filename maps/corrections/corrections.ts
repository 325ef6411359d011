import { parse } from 'yaml';
import { z } from 'zod';
import type { Refused } from '../archive/archive.ts';
import { settingTrouble, yamlTrouble } from '../archive/text-trouble.ts';
import { featureTypes } from '../imdf/standard.ts';
import type { Bilingual } from '../words/step.ts';

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

/** Longitude and latitude in degrees, as in GeoJSON. */
export type Place = z.infer<typeof position>;

const change = z.strictObject({
  /** Properties in the words of IMDF; null takes one away. */
  set: z.record(z.string(), z.unknown()).optional(),
  /** Keys of the hospital extension. */
  hospital: z.record(z.string(), z.unknown()).optional(),
  /** Where an anchor or an amenity is. */
  at: position.optional(),
  /** The unit that an occupant or an anchor is in, in the middle of it. */
  unit: z.string().min(1).optional(),
  delete: z.boolean().optional(),
});
export type Change = z.infer<typeof change>;

/** A feature more; what is not named here are its properties. */
const addition = z.looseObject({
  id: z.string().min(1),
  type: z.enum(featureTypes),
  at: position.optional(),
  line: z.array(position).min(2).optional(),
  area: z.array(position).min(3).optional(),
});
export type Addition = z.infer<typeof addition>;

const corrections = z.strictObject({
  changes: z.record(z.string(), change).default({}),
  add: z.array(addition).default([]),
});
/** What is to be read in another way than a source has it, by feature ids. */
export type Corrections = z.infer<typeof corrections>;

export type CorrectionsReply = { readonly ok: true; readonly corrections: Corrections } | Refused;

/** Characters. */
const longestFile = 2_000_000;

/** YAML or JSON; a file that makes no sense is refused whole, as half of it might show a staff-only room to everybody. */
export function readCorrections(text: string): CorrectionsReply {
  if (text.length > longestFile) {
    return wrong({ zh: `超过 ${longestFile} 个字符`, en: `it is longer than ${longestFile} characters` });
  }
  let raw: unknown;
  try {
    raw = parse(text, { maxAliasCount: 0 });
  } catch (error) {
    return wrong(yamlTrouble(error));
  }
  const read = corrections.safeParse(raw ?? {});
  if (read.success) return { ok: true, corrections: read.data };
  const [issue] = read.error.issues;
  return wrong(issue === undefined ? { zh: '写得不对', en: 'it is wrong' } : settingTrouble(issue));
}

const wrong = ({ zh, en }: Bilingual): CorrectionsReply => ({
  ok: false,
  message: `The corrections cannot be read (${en}); mend that place of the file.`,
  zh: `修正文件读不出来（${zh}）。请改好文件里的这一处。`,
});
