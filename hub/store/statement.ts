import { CompiledQuery, type Compilable, type DialectAdapter } from 'kysely';
import type { Database } from './tables.ts';

/** Stands for a value while the text of a statement is made. */
class Blank {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

interface Text {
  readonly sql: string;
  /** Blanks for what is given at each use, else what is always the same. */
  readonly values: readonly unknown[];
}

/**
 * A statement whose text is made once and not at each use: for those of which every check-in and call needs several.
 * `build` gets blanks in place of the values. It may put them wherever a value stands, and must not look at them: what is
 * given is never undefined, and null only where a column is set.
 */
export function statement<Given extends object, Row>(
  build: (database: Database, given: Given) => Compilable<Row>,
): (database: Database, given: Given) => CompiledQuery<Row> {
  const texts = new WeakMap<DialectAdapter, Map<string, Text>>();
  return (database, given) => {
    const { adapter } = database.getExecutor();
    const ofAdapter = texts.get(adapter) ?? new Map<string, Text>();
    texts.set(adapter, ofAdapter);
    const shape = Object.keys(given).join(' ');
    const text = ofAdapter.get(shape) ?? textOf(build, database, given);
    ofAdapter.set(shape, text);
    const values = given as Readonly<Record<string, unknown>>;
    const parameters = text.values.map((value) => (value instanceof Blank ? values[value.name] : value));
    return CompiledQuery.raw(text.sql, parameters) as CompiledQuery<Row>;
  };
}

function textOf<Given extends object, Row>(
  build: (database: Database, given: Given) => Compilable<Row>,
  database: Database,
  given: Given,
): Text {
  const blanks = Object.fromEntries(Object.keys(given).map((name) => [name, new Blank(name)]));
  const { sql, parameters } = build(database, blanks as Given).compile();
  return { sql, values: parameters };
}
