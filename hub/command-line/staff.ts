import { parseArgs } from 'node:util';
import { accountReply, accountWish, staffRoles, type AccountWish } from '../contract/index.ts';
import { askHub, sentenceOfRefusal, whereIsHub } from './ask-hub.ts';
import { WrongWords } from './wrong-words.ts';

const actions = ['add', 'role', 'disable', 'enable', 'reset-password', 'unlock'] as const;

/** Staff accounts: makes and changes them; a one-time password is printed once. Exit code. */
export async function changeStaff(words: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const options = { number: text, name: text, latin: text, role: text, hub: text, data: text };
  const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options });
  const wish = wishOf(positionals[0], values);
  const asked = await askHub(whereIsHub(values), '/api/operator/staff', wish);
  if (!asked.ok) return complain(asked.sentence);
  const reply = accountReply.safeParse(asked.reply);
  if (!reply.success || !reply.data.ok) return complain(sentenceOfRefusal(asked.reply));
  const { oneTimePassword } = reply.data;
  console.log(oneTimePassword ?? 'Done.');
  if (oneTimePassword !== null)
    console.error('A one-time password: it is shown this once, and changed at the first login.');
  return 0;
}

function wishOf(
  word: string | undefined,
  values: {
    readonly number?: string | undefined;
    readonly name?: string | undefined;
    readonly latin?: string | undefined;
    readonly role?: string | undefined;
  },
): AccountWish {
  const action = actions.find((known) => known === word);
  if (action === undefined) throw new WrongWords(`Say what to do with an account: ${actions.join(', ')}.`);
  const { number: workNo, name, latin = name, role } = values;
  const said = { action, workNo, role, ...(action === 'add' && { name: { zh: name, en: latin } }) };
  const wish = accountWish.safeParse(said);
  if (wish.success) return wish.data;
  const missing =
    action === 'add' ? '--number, --name and --role' : action === 'role' ? '--number and --role' : '--number';
  throw new WrongWords(`${action} needs ${missing}; a role is one of ${staffRoles.join(', ')}.`);
}

function complain(sentence: string): number {
  console.error(sentence);
  return 1;
}
