import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { deviceKinds } from '../contract/index.ts';
import { askHub, sentenceOfRefusal, whereIsHub } from './ask-hub.ts';
import { WrongWords } from './wrong-words.ts';

/** A one-time code that enrols a device. Exit code. */
export async function issueCode(words: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args: [...words], options: { kind: text, id: text, hub: text, data: text } });
  const kind = deviceKinds.find((known) => known === values.kind);
  if (kind === undefined) throw new WrongWords(`--kind must be one of ${deviceKinds.join(', ')}.`);
  const { id = '' } = values;
  if (id === '') throw new WrongWords('--id must name the device.');
  const asked = await askHub(whereIsHub(values), '/api/operator/codes', { key: randomUUID(), kind, id });
  if (!asked.ok) {
    console.error(asked.sentence);
    return 1;
  }
  const { code } = asked.reply;
  if (typeof code === 'string') {
    console.log(code);
    return 0;
  }
  console.error(`No code for ${kind} ${id}: ${sentenceOfRefusal(asked.reply)}`);
  return 1;
}
