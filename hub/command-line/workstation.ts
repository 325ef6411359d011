import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { mirroredChanges, mirrorCredentialReply, mirrorReply } from '../contract/index.ts';
import { askHub, sentenceOfRefusal, whereIsHub, type Where } from './ask-hub.ts';
import { SimulatedWorkstation, type SaidItem } from './simulated-workstation.ts';
import { WrongWords } from './wrong-words.ts';

const words = ['waits', 'call', 'undo-call', ...mirroredChanges] as const;

/**
 * A doctor's workstation that keeps a queue of its own and speaks the API of mirrored areas: one word, or a whole
 * morning with invented patients. Exit code.
 */
export async function beWorkstation(given: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const names = ['ticket', 'queue', 'room', 'label', 'call', 'name', 'sex', 'credential', 'source'] as const;
  const own = Object.fromEntries(names.map((name) => [name, text]));
  const options = { ...own, patients: text, every: text, hub: text, data: text } as const;
  const { values, positionals } = parseArgs({ args: [...given], allowPositionals: true, options });
  const [word] = positionals;
  const kind = words.find((known) => known === word);
  if (word !== undefined && kind === undefined) throw new WrongWords(`Say one of ${words.join(', ')}, or nothing.`);
  const where = whereIsHub(values);
  const said = values as Readonly<Partial<Record<(typeof names)[number], string>>>;
  const credential = said.credential ?? process.env['LOBBY_MIRROR_CREDENTIAL'] ?? (await issued(where, said.source));
  if (credential === undefined) return 1;
  const line = new Line(where, credential);
  if (kind !== undefined) return (await line.say([itemOf(kind, said)])) ? 0 : 1;
  return run(line, {
    queue: required(said, 'queue'),
    room: required(said, 'room'),
    patients: count(values.patients, 6, '--patients'),
    every: count(values.every, 20, '--every'),
  });
}

function itemOf(kind: (typeof words)[number], said: Readonly<Partial<Record<string, string>>>): SaidItem {
  const ticket = required(said, 'ticket');
  const { queue, label, room, call, name, sex } = said;
  const patient = name === undefined ? {} : { patient: { name, ...(sex !== undefined && { sex }) } };
  switch (kind) {
    case 'waits':
      return {
        kind: 'ticket',
        ticket,
        queue: required(said, 'queue'),
        label: label ?? ticket,
        state: 'waiting',
        ...patient,
      };
    case 'call':
      return {
        ...{ kind, ticket, call: call ?? `${ticket}-${Date.now()}`, room: room ?? required(said, 'room') },
        ...(queue !== undefined && { queue }),
        ...(label !== undefined && { label }),
      };
    case 'undo-call':
      return { kind, ticket, call: required(said, 'call') };
    default:
      return { kind, ticket };
  }
}

/** A morning: somebody is called every so many seconds, until nobody waits. */
async function run(
  line: Line,
  morning: { readonly queue: string; readonly room: string; readonly patients: number; readonly every: number },
): Promise<number> {
  const workstation = new SimulatedWorkstation(morning);
  if (!(await line.say(workstation.arrivals()))) return 1;
  console.log(`${morning.patients} patients wait in ${morning.queue}. Ctrl-C ends it.`);
  for (let step = workstation.next(); step.length > 0; step = workstation.next()) {
    if (!(await line.say(step))) return 1;
    for (const { kind, ticket } of step) console.log(`${kind} ${ticket}`);
    await pause(morning.every * 1_000);
  }
  return 0;
}

/** What is said to the hub, each item with a revision above the one before. */
class Line {
  readonly #where: Where;
  readonly #credential: string;
  #revision = Date.now();

  constructor(where: Where, credential: string) {
    this.#where = where;
    this.#credential = credential;
  }

  /** False: it was not taken; the reason is on the console. */
  async say(items: readonly SaidItem[]): Promise<boolean> {
    const counted = items.map((item) => ({ ...item, revision: (this.#revision += 1) }));
    const reply = await this.#post({ items: counted });
    const taken = mirrorReply.safeParse(reply);
    if (!taken.success) return complain(reply === undefined ? 'No hub answers.' : sentenceOfRefusal(reply));
    for (const { ticket, message } of taken.data.refused) complain(`${ticket ?? ''}: ${message.en}`);
    return taken.data.refused.length === 0;
  }

  async #post(body: unknown): Promise<Readonly<Record<string, unknown>> | undefined> {
    try {
      const answer = await fetch(new URL('/api/v1/mirror/items', this.#where.hub), {
        method: 'POST',
        headers: { authorization: `Bearer ${this.#credential}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(10_000),
      });
      const reply: unknown = await answer.json();
      return typeof reply === 'object' && reply !== null ? { ...reply } : {};
    } catch {
      return undefined;
    }
  }
}

/** A credential of its own, from whoever may read the operator token. */
async function issued(where: Where, source = 'workstation'): Promise<string | undefined> {
  const asked = await askHub(where, '/api/operator/mirror-credentials', { key: randomUUID(), source, areaId: null });
  if (!asked.ok) {
    complain(asked.sentence);
    return undefined;
  }
  const reply = mirrorCredentialReply.safeParse(asked.reply);
  if (reply.success && reply.data.ok) return reply.data.secret;
  complain(sentenceOfRefusal(asked.reply));
  return undefined;
}

function required(said: Readonly<Partial<Record<string, string>>>, name: string): string {
  const value = said[name];
  if (value === undefined) throw new WrongWords(`--${name} is missing.`);
  return value;
}

function count(text: string | undefined, usual: number, name: string): number {
  const number = Number(text ?? usual);
  if (!Number.isInteger(number) || number < 1 || number > 200) throw new WrongWords(`${name} must be 1 to 200.`);
  return number;
}

function complain(sentence: string): false {
  console.error(sentence);
  return false;
}
