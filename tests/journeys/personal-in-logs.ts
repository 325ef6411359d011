import { readDemoPeople } from '@lobby/config/sites/demo/cards/demo-people.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const { cards, files } = readDemoPeople();

/** Full names and numbers of everybody who can come to the demo hospital with a card. */
const personal = [
  ...cards.flatMap(({ id, name, nameLatin, idNumber }) => [name, nameLatin, idNumber].map((text) => ({ id, text }))),
  ...files.map(({ id, person }) => ({ id, text: person?.name ?? null })),
];

/** Where a log names a patient, such as "hub.log names zhang-jianming"; empty as it should be. */
export function personalInLogs(data: string): readonly string[] {
  const logs = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.log'));
  if (logs.length === 0) throw new Error('there are no logs to look into');
  return logs.flatMap((log) => {
    const written = readFileSync(join(data, log), 'utf8');
    const named = personal.filter(({ text }) => text !== null && written.includes(text));
    return named.map(({ id }) => `${log} names ${id}`);
  });
}
