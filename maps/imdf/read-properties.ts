import type { z } from 'zod';
import type { FindingsOfOneSource } from '../report/findings.ts';
import type { RawFeature } from './features.ts';
import { propertySchemas, type PropertiesOf } from './properties.ts';
import type { FeatureType } from './standard.ts';

/**
 * Properties of a feature. What cannot be read is left out and reported; undefined: the feature cannot do without it, and is
 * left out.
 */
export function readProperties<Type extends FeatureType>(
  type: Type,
  raw: RawFeature,
  findings: FindingsOfOneSource,
): PropertiesOf<Type> | undefined {
  const schema = propertySchemas[type] as unknown as z.ZodType<PropertiesOf<Type>>;
  const read = schema.safeParse(raw.properties);
  if (read.success) return read.data;
  const { kept, wrong } = withoutWrong(raw.properties, read.error.issues);
  const again = schema.safeParse(kept);
  if (again.success) {
    for (const issue of wrong) findings.add('bad-property', raw.id, `${describe(issue)}; it was left out.`);
    return again.data;
  }
  const reasons = [...new Set(again.error.issues.map(describe))].join(', ');
  findings.add('bad-feature', raw.id, `The ${type} was left out: ${reasons}.`);
  return undefined;
}

type Issue = z.core.$ZodIssue;
type Properties = Readonly<Record<string, unknown>>;

/** Of the extension only the wrong key goes; of the standard's properties the whole of one. */
function withoutWrong(properties: Properties, issues: readonly Issue[]): { kept: Properties; wrong: readonly Issue[] } {
  const kept = { ...properties };
  const wrong = issues.flatMap(eachUnknownKey);
  for (const { path } of wrong) {
    const [key, inner] = path.map(String);
    const extension = kept['hospital'];
    if (key === 'hospital' && inner !== undefined && isObject(extension)) kept['hospital'] = without(extension, inner);
    else if (key !== undefined) kept[key] = null;
  }
  return { kept, wrong };
}

/** Zod reports unknown keys of an object together, at the object. */
function eachUnknownKey(issue: Issue): readonly Issue[] {
  if (issue.code !== 'unrecognized_keys') return [issue];
  return issue.keys.map((key) => ({ ...issue, keys: [key], path: [...issue.path, key] }));
}

function describe({ path, code, message }: Issue): string {
  const name = path.map(String).join('.') || 'properties';
  return code === 'unrecognized_keys' ? `"${name}" is not known` : `"${name}" is wrong (${message})`;
}

const isObject = (value: unknown): value is Properties =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function without(object: Properties, key: string): Properties {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}
