import { parseArgs } from 'node:util';
import { readDocument } from '@lobby/config';
import { tellHospitalReply, type TellHospitalReply } from '../contract/index.ts';
import { askHub, sentenceOfRefusal, whereIsHub } from './ask-hub.ts';
import { WrongWords } from './wrong-words.ts';

const states = {
  well: 'The hospital system answers well',
  slow: 'The hospital system is slow',
  away: 'The hospital system is away',
};

/** How the hospital system is, and how the sandbox hospital is to behave. Exit code. */
export async function tellHospital(words: readonly string[]): Promise<number> {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const;
  const options = { script: text, well: flag, status: flag, json: flag, hub: text, data: text };
  const { values } = parseArgs({ args: [...words], options });
  const wishes = [values.script, values.well, values.status].filter((wish) => wish !== undefined);
  if (wishes.length !== 1) throw new WrongWords('Give one of --script FILE, --well and --status.');
  const body = bodyOf(values);
  const asked = await askHub(whereIsHub(values), '/api/operator/hospital', body);
  if (!asked.ok) return complain(asked.sentence);
  const reply = tellHospitalReply.safeParse(asked.reply);
  if (!reply.success) return complain(sentenceOfRefusal(asked.reply));
  if (values.json === true) console.log(JSON.stringify(reply.data));
  else (reply.data.ok ? console.log : console.error)(inWords(reply.data));
  return reply.data.ok ? 0 : 1;
}

/** The body of a POST; undefined: only look. */
function bodyOf(values: {
  readonly script?: string;
  readonly well?: boolean;
}): { readonly script: unknown } | undefined {
  if (values.well === true) return { script: null };
  if (values.script === undefined) return undefined;
  const read = readDocument(values.script);
  if (!read.ok) throw new WrongWords(read.sentence);
  // An empty file is a script that asks for nothing, not the wish to end one.
  return { script: read.value ?? {} };
}

function inWords(reply: TellHospitalReply): string {
  if (!reply.ok) {
    if (reply.reason === 'no-sandbox') return 'A real hospital system stands here; it takes no script.';
    return ['The script is not right, and nothing was changed:', ...reply.problems].join('\n');
  }
  const { state, since } = reply.hospital;
  const script = reply.scriptSince === null ? 'no script' : `a script since ${reply.scriptSince}`;
  return `${states[state]} since ${since}. The sandbox follows ${script}.`;
}

function complain(sentence: string): number {
  console.error(sentence);
  return 1;
}
