import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { startSelfTestReply } from '../contract/index.ts';
import { askHub, sentenceOfRefusal, whereIsHub } from './ask-hub.ts';

/** Starts the self-test of one terminal or of all; a clock of the machine may do it every morning. Exit code. */
export async function startSelfTests(words: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args: [...words], options: { terminal: text, hub: text, data: text } });
  const terminals = values.terminal === undefined ? {} : { terminals: [values.terminal] };
  const asked = await askHub(whereIsHub(values), '/api/operator/self-tests', { key: randomUUID(), ...terminals });
  if (!asked.ok) return complain(asked.sentence);
  const reply = startSelfTestReply.safeParse(asked.reply);
  if (!reply.success) return complain(sentenceOfRefusal(asked.reply));
  const { started } = reply.data;
  if (started.length === 0) return complain('The site has no such terminal.');
  console.log(`Started at ${started.join(', ')}. Lay the test card down within a minute; /operator shows how it goes.`);
  return 0;
}

function complain(sentence: string): number {
  console.error(sentence);
  return 1;
}
