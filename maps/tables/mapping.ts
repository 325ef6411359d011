import { parse } from 'yaml';
import { z } from 'zod';
import type { Refused } from '../archive/archive.ts';
import { settingTrouble, yamlTrouble } from '../archive/text-trouble.ts';

const column = z.string().min(1);
const names = z.record(z.string(), z.string());
const yesWords = z.array(z.string()).default(['1', 'yes', 'y', 'true', '是']);

const restriction = z.enum(['employeesonly', 'restricted']);
const connectorKind = z.enum(['lift', 'escalator', 'stairs', 'ramp']);
const wayKind = z.enum(['walk', 'steps', 'ramp', 'movingwalkway', 'escalator']);

const nodeType = z.strictObject({
  /** IMDF's word for it. */
  category: z.string().optional(),
  restriction: restriction.optional(),
  /** Edges between floors that join two such nodes are this. */
  connector: connectorKind.optional(),
  use: z.enum(['public', 'bed', 'staff']).optional(),
  /** People stand before it; wants a heading before the venue is published. */
  kiosk: z.enum(['terminal', 'screen']).optional(),
});

const edgeType = z.union([
  z.enum([...wayKind.options, ...connectorKind.options]),
  z.strictObject({
    kind: z.enum([...wayKind.options, ...connectorKind.options]),
    restriction: restriction.optional(),
    stepFree: z.boolean().optional(),
    oneWay: z.boolean().optional(),
  }),
]);

const floor = z.union([
  z.string(),
  z.number().transform(String),
  z.strictObject({
    label: z.union([z.string(), z.number().transform(String)]),
    /** Only where two buildings count differently. */
    building: z.string().optional(),
    ordinal: z.int().optional(),
    name: names.optional(),
    /** As signed in the lift. */
    sign: names.optional(),
    storeyHeight: z.number().positive().optional(),
    outdoor: z.boolean().optional(),
  }),
]);

const cost = z
  .strictObject({ entry: z.number().min(0), up: z.number().min(0), down: z.number().min(0) })
  .partial()
  .optional();

/** What stands in `tables.yaml`: what the columns and codes of two tables mean. */
export const mappingSchema = z.strictObject({
  name: names,
  language: z.string().default('zh'),
  attribution: z.string().nullable().default(null),
  nodes: z.strictObject({
    file: z.string().default('nodes.csv'),
    columns: z.strictObject({
      id: column,
      x: column,
      y: column,
      floor: column,
      building: column.optional(),
      type: column.optional(),
      names: z.record(z.string(), column).default({}),
      aliases: z.record(z.string(), column).default({}),
      connector: column.optional(),
      bank: column.optional(),
      heading: column.optional(),
      device: column.optional(),
    }),
  }),
  edges: z.strictObject({
    file: z.string().default('edges.csv'),
    columns: z.strictObject({
      id: column.optional(),
      from: column,
      to: column,
      type: column.optional(),
      oneWay: column.optional(),
      metres: column.optional(),
      stepFree: column.optional(),
      width: column.optional(),
    }),
  }),
  /** Metres one unit of x and y is long, and where y grows to: plans of pixels count down. */
  scale: z.strictObject({ metres: z.number().positive(), y: z.enum(['up', 'down']).default('up') }),
  /** From the lowest up. */
  floors: z.array(floor).min(1),
  /** Label of the floor of ordinal 0; else the first of G, GF, EG, L1, F1, 1F and 1. */
  ground: z.union([z.string(), z.number().transform(String)]).optional(),
  types: z
    .strictObject({
      nodes: z.record(z.string(), z.union([z.string().transform((category) => ({ category })), nodeType])).default({}),
      edges: z.record(z.string(), edgeType).default({}),
    })
    .prefault({}),
  costs: z.strictObject({ lift: cost, escalator: cost, stairs: cost, ramp: cost }).partial().prefault({}),
  yes: yesWords,
});
export type Mapping = z.infer<typeof mappingSchema>;
export type NodeType = z.infer<typeof nodeType>;

export type FloorEntry = z.infer<typeof floor>;

/** Names that the mapping may have in a folder or zip. */
export const mappingNames: readonly string[] = ['tables.yaml', 'tables.yml', 'tables.json'];

export type MappingReply = { readonly ok: true; readonly mapping: Mapping } | Refused;

/** JSON is YAML as well, so that one reader does for both. */
export function readMapping(file: string, text: string): MappingReply {
  let raw: unknown;
  try {
    raw = parse(text, { maxAliasCount: 0, prettyErrors: true });
  } catch (error) {
    const { zh, en } = yamlTrouble(error);
    return {
      ok: false,
      message: `${file} is no YAML or JSON: ${en}. Mend that line.`,
      zh: `${file} 不是 YAML 或 JSON：${zh}。请改好这一行。`,
    };
  }
  const read = mappingSchema.safeParse(raw);
  if (read.success) return { ok: true, mapping: read.data };
  const issues = read.error.issues.slice(0, 5).map(settingTrouble);
  return {
    ok: false,
    message: `${file} does not say what the tables mean (${issues.map(({ en }) => en).join('; ')}). Mend these settings.`,
    zh: `${file} 没有说清表格的意思（${issues.map(({ zh }) => zh).join('；')}）。请改好这些设置。`,
  };
}
