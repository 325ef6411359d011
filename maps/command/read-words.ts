import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** What a command understands. */
export interface Understood<Options extends ParseArgsOptionsConfig, Wish> {
  /** What stands behind `maps --`, as in `check PATH [--json]`. */
  readonly usage: string;
  readonly options: Options;
  /** A wish of the words, or a sentence that says which of them is wrong. */
  readonly wish: (given: Given<Options>) => Wish | string;
}

export interface Given<Options extends ParseArgsOptionsConfig> {
  readonly values: ReturnType<typeof parseArgs<{ options: Options; allowPositionals: true }>>['values'];
  readonly positionals: readonly string[];
}

/** `code`: there is nothing to do, and the command ends with it: 0 after help, 2 after words that make no sense. */
export type Read<Wish> = { readonly wish: Wish } | { readonly code: 0 | 2 };

/** Reads the words behind a command's name. Help is printed when it is asked for; of wrong words is said which, and the usage. */
export function readWords<const Options extends ParseArgsOptionsConfig, Wish extends object>(
  words: readonly string[],
  { usage, options, wish }: Understood<Options, Wish>,
): Read<Wish> {
  const line = `usage: npm run -s maps -- ${usage}`;
  if (words.includes('--help') || words.includes('-h')) {
    console.log(line);
    return { code: 0 };
  }
  const read = parsed(words, options);
  const made = typeof read === 'string' ? read : wish(read);
  if (typeof made !== 'string') return { wish: made };
  console.error(`${made}\n${line}`);
  return { code: 2 };
}

function parsed<const Options extends ParseArgsOptionsConfig>(
  words: readonly string[],
  options: Options,
): Given<Options> | string {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options }) as Given<Options>;
  } catch (error) {
    const name = /'(--?[^' ]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? 'One of the words';
    const isKnown = Object.hasOwn(options, name.replace(/^--/, '').replace(/=.*/, ''));
    return isKnown ? `${name} wants one value after it, or none.` : `${name} is not known here.`;
  }
}

/** The one map that is named, or what is wrong. */
export function onePath([path, ...rest]: readonly string[]): { readonly path: string } | string {
  if (path === undefined) return 'No map is named.';
  return rest.length === 0 ? { path } : `${rest.join(' ')} is more than one map.`;
}

/** One wish of its parts, or what is wrong with the first of them that is wrong. */
export function together<Values extends object, Parts extends readonly (object | string)[]>(
  values: Values,
  ...parts: Parts
): Joined<Values, Together<Parts>> | string {
  const wrong = parts.find((part) => typeof part === 'string');
  return typeof wrong === 'string' ? wrong : (Object.assign({}, values, ...parts) as Joined<Values, Together<Parts>>);
}

/** Of two with one name the later counts. */
type Joined<Values, Parts> = Omit<Values, keyof Parts> & Parts;

type Together<Parts> = Parts extends readonly [infer First, ...infer Rest]
  ? Exclude<First, string> & Together<Rest>
  : unknown;
