import { z } from 'zod';
import { siteSchema } from './schema.ts';

/** One setting as a person looks it up. `usual` is its default, undefined when it must be given or may be left out. */
export interface SettingEntry {
  readonly key: string;
  readonly type: string;
  readonly description: string;
  readonly usual: unknown;
  readonly example: unknown;
}

interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly example?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  /** Kinds of the same thing, told apart by `kind` or `rule`. */
  readonly oneOf?: readonly JsonSchema[];
  readonly const?: unknown;
}

/** Every setting of a site that holds a value, in the order of the schema: `areas[].queues[].prefix`. */
export function listSettings(): readonly SettingEntry[] {
  return walk('', z.toJSONSchema(siteSchema, { io: 'input', unrepresentable: 'any' }) as JsonSchema);
}

function walk(key: string, schema: JsonSchema): SettingEntry[] {
  if (schema.oneOf !== undefined) return schema.oneOf.flatMap((kind) => walk(`${key}(${kindOf(kind)})`, kind));
  if (schema.items?.oneOf !== undefined) return walk(`${key}[]`, schema.items);
  if (isBilingual(schema) || (schema.properties === undefined && schema.items?.properties === undefined)) {
    return [describe(key, schema)];
  }
  const below = schema.properties ?? schema.items?.properties ?? {};
  const prefix = schema.properties === undefined ? `${key}[]` : key;
  return Object.entries(below).flatMap(([name, child]) => walk(prefix === '' ? name : `${prefix}.${name}`, child));
}

function kindOf({ properties }: JsonSchema): string {
  return String((properties?.['kind'] ?? properties?.['rule'])?.const ?? 'any');
}

function isBilingual(schema: JsonSchema): boolean {
  return Object.keys(schema.properties ?? {}).join() === 'zh,en';
}

function describe(key: string, schema: JsonSchema): SettingEntry {
  return {
    key,
    type: typeOf(schema),
    description: schema.description ?? '',
    usual: schema.default,
    example: schema.example ?? schema.default ?? schema.const,
  };
}

function typeOf(schema: JsonSchema): string {
  if (isBilingual(schema)) return 'text in zh and en';
  if (schema.enum !== undefined) return schema.enum.join(' | ');
  if (schema.const !== undefined) return String(schema.const);
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(' | ');
  return schema.items === undefined ? (schema.type ?? 'value') : `list of ${typeOf(schema.items)}`;
}
