import { tellHospital } from './command-line/hospital.ts';
import { issueCode } from './command-line/issue-code.ts';
import { startSelfTests } from './command-line/self-test.ts';
import { changeStaff } from './command-line/staff.ts';
import { WrongWords } from './command-line/wrong-words.ts';

const usage = `What an operator asks of a running hub.

  npm run -s hub -- issue-code --kind terminal|screen|desk --id ID
      A one-time code, good for 15 minutes, that enrols this device.

  npm run -s hub -- staff add --number 3107 --name 顾念 [--latin "Gu Nian"] --role nurse
  npm run -s hub -- staff role|disable|enable|reset-password|unlock --number 3107 [--role ROLE]
      Staff accounts. A one-time password is printed once and changed at the first login.

  npm run -s hub -- self-test [--terminal K01]
      Starts the self-test of one terminal or of all; its results are on the operator page.

  npm run -s hub -- hospital --status | --script FILE | --well  [--json]
      How the hospital system is. --script: the sandbox hospital is as slow or as broken as this file says
      (docs/slow-hospital.md); --well: it behaves well again.

  npm run -s hub -- workstation --queue OPHT --room sens-411 [--patients 6] [--every 20]
  npm run -s hub -- workstation waits|call|undo-call|missed|returned|held|at-tests|finished|dropped --ticket ID
      [--queue Q] [--label L] [--room R] [--call ID] [--name N] [--sex male|female]
      A doctor's workstation with a queue of its own that speaks for a mirrored area (docs/mirrored-areas.md): a morning
      with invented patients, or one word. --credential SECRET, else LOBBY_MIRROR_CREDENTIAL, else one is issued.

  npm run -s hub -- load FILE… [--shift-to-today] [--replace] [--json]
      Fills the sandbox hospital from FHIR R4 files: Bundles, single resources, one resource a line (docs/your-own-data.md).
      --shift-to-today: the busiest day of these files becomes today. --replace: what earlier loads brought goes.
      Exit: 0 loaded, 1 nothing usable, 2 wrong words.

  npm run -s hub -- order --policy POLICY.yaml --tickets TICKETS.json --at 2026-11-23T09:20:00+08:00 [--desk ID] [--json]
      The order in which a policy calls these tickets, each with its reason; needs no running hub (docs/queues.md).
      Exit: 0 shown, 1 a file is not right, 2 wrong words.

  npm run -s hub -- simulate --policy POLICY.yaml [--against OTHER.yaml] --day DAY.yaml [--seed N] [--json]
      Plays a day in virtual time and says how long patients wait, by lane and class; two policies meet the same
      patients. A policy may be the name of a preset. Needs no running hub (docs/simulation.md).
      Exit: 0 played, 1 a file is not right, 2 wrong words.

  --hub URL    where the hub runs (LOBBY_HUB, else http://127.0.0.1:3000)
  --data DIR   its data folder (LOBBY_DATA, else ./data)`;

/** Each command gets the words after its name and answers with the exit code. */
const commands: Readonly<Record<string, (words: readonly string[]) => Promise<number>>> = {
  'issue-code': issueCode,
  staff: changeStaff,
  'self-test': startSelfTests,
  hospital: tellHospital,
  workstation: async (words) => (await import('./command-line/workstation.ts')).beWorkstation(words),
  // Reads much that the others need not wait for.
  load: async (words) => (await import('./command-line/load.ts')).loadFiles(words),
  order: async (words) => (await import('./command-line/order/show-order.ts')).showOrder(words),
  simulate: async (words) => (await import('./command-line/simulate/simulate-day.ts')).simulateDay(words),
};

process.exitCode = await run(process.argv.slice(2));

async function run([name = '', ...words]: readonly string[]): Promise<number> {
  if (name === '--help' || name === 'help' || words.includes('--help')) return help();
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return wrong('Say what to do.');
  try {
    return await command(words);
  } catch (error) {
    if (error instanceof WrongWords || isOfParseArgs(error)) return wrong(error.message);
    throw error;
  }
}

function help(): number {
  console.log(usage);
  return 0;
}

function wrong(sentence: string): number {
  console.error(`${sentence}\n\n${usage}`);
  return 2;
}

function isOfParseArgs(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
