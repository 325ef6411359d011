import { randomUUID } from 'node:crypto';
import { accessSync, constants, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  loadReply,
  loadedTypes,
  type FinishLoad,
  type LeftOne,
  type LoadedQueue,
  type LoadedResource,
  type LoadedType,
  type LoadReport,
} from '../contract/index.ts';
import { readFile } from '../own-data/read-file.ts';
import { reportInWords } from '../own-data/report-words.ts';
import { askHub, sentenceOfRefusal, whereIsHub } from './ask-hub.ts';
import { WrongWords } from './wrong-words.ts';

/** No body to the hub is larger. Bytes. */
const pieceBytes = 44 * 1024;
const pieceResources = 400;
/** A hundred thousand appointments take a minute. Milliseconds. */
const patience = 10 * 60_000;

/** Fills the sandbox hospital from files. Exit code: 0 loaded, 1 nothing usable or nobody to take it. */
export async function loadFiles(words: readonly string[]): Promise<number> {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const;
  const options = { 'shift-to-today': flag, replace: flag, json: flag, hub: text, data: text };
  const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options });
  if (positionals.length === 0) throw new WrongWords('Name at least one file.');
  for (const file of positionals) mustBeReadable(file);
  const sender = new Sender(whereIsHub(values));
  const left: LeftOne[] = [];
  for (const file of positionals) {
    for await (const read of readFile(file)) {
      if ('reason' in read) left.push(read);
      else if (!(await sender.send(read))) return complain(sender.trouble);
    }
  }
  if (sender.sent === 0) return say({ ...nothing, left }, values.json === true);
  const report = await sender.finish({
    shiftToToday: values['shift-to-today'] === true,
    replace: values.replace === true,
  });
  if (report === undefined) return complain(sender.trouble);
  return say({ ...report, left: [...left, ...report.left] }, values.json === true);
}

function mustBeReadable(file: string): void {
  try {
    accessSync(file, constants.R_OK);
    if (statSync(file).isFile()) return;
  } catch {
    throw new WrongWords(`${file} cannot be read.`);
  }
  throw new WrongWords(`${file} is no file.`);
}

const nothing: LoadReport = {
  taken: Object.fromEntries(loadedTypes.map((type) => [type, 0])) as Record<LoadedType, number>,
  left: [],
  shift: null,
  now: { patients: 0, appointments: 0, today: 0 },
  queues: [] as LoadedQueue[],
};

function say(report: LoadReport, asJson: boolean): number {
  const usable = Object.values(report.taken).some((count) => count > 0);
  if (asJson) console.log(JSON.stringify({ ok: usable, ...report }));
  else (usable ? console.log : console.error)(reportInWords(report));
  return usable ? 0 : 1;
}

function complain(sentence: string): number {
  console.error(sentence);
  return 1;
}

/** Sends resources to the hub in pieces that no server minds. */
class Sender {
  sent = 0;
  trouble = '';
  readonly #hub: ReturnType<typeof whereIsHub>;
  readonly #load: string = randomUUID();
  #pieces = 0;
  #waiting: LoadedResource[] = [];
  #bytes = 0;

  constructor(hub: ReturnType<typeof whereIsHub>) {
    this.#hub = hub;
  }

  /** False: the hub did not take it; `trouble` says why. */
  async send(resource: LoadedResource): Promise<boolean> {
    const bytes = Buffer.byteLength(JSON.stringify(resource));
    const full = this.#bytes + bytes > pieceBytes || this.#waiting.length >= pieceResources;
    if (full && !(await this.#flush())) return false;
    this.#waiting.push(resource);
    this.#bytes += bytes;
    this.sent += 1;
    return true;
  }

  async finish(how: Pick<FinishLoad, 'shiftToToday' | 'replace'>): Promise<LoadReport | undefined> {
    if (!(await this.#flush())) return undefined;
    const asked = await this.#ask('/api/operator/loads', { load: this.#load, pieces: this.#pieces, ...how });
    const reply = loadReply.safeParse(asked);
    return reply.success && reply.data.ok ? reply.data.report : undefined;
  }

  async #flush(): Promise<boolean> {
    if (this.#waiting.length === 0) return true;
    const piece = { load: this.#load, piece: this.#pieces, resources: this.#waiting };
    if ((await this.#ask('/api/operator/loads/pieces', piece)) === undefined) return false;
    this.#pieces += 1;
    this.#waiting = [];
    this.#bytes = 0;
    return true;
  }

  async #ask(path: string, body: unknown): Promise<unknown> {
    const asked = await askHub(this.#hub, path, body, patience);
    if (asked.ok && asked.reply['ok'] === true) return asked.reply;
    this.trouble = asked.ok ? sentenceOfRefusal(asked.reply) : asked.sentence;
    return undefined;
  }
}
