import { resolve } from 'node:path';
import { listSettings } from './list-settings.ts';
import { checkSite, describeProblem } from './load.ts';

const usage = `npm run config -- check DIR      is the site in this folder right?
npm run config -- settings       every setting with its type, default and an example`;

process.exitCode = run(process.argv.slice(2));

function run([command, folder, ...rest]: string[]): number {
  if (command === 'check' && folder !== undefined && rest.length === 0) return check(resolve(folder));
  if (command === 'settings' && folder === undefined) return printSettings();
  if (command === '--help' || command === 'help') {
    console.log(usage);
    return 0;
  }
  console.error(usage);
  return 2;
}

function check(folder: string): number {
  const result = checkSite(folder);
  if (!result.ok) {
    for (const problem of result.problems) console.error(describeProblem(problem));
    return 1;
  }
  const { areas, desks, screens, terminals } = result.site;
  const queues = areas.reduce((sum, area) => sum + area.queues.length, 0);
  const counts = [
    counted(areas.length, 'area'),
    counted(queues, 'queue'),
    counted(desks.length, 'desk'),
    counted(screens.length, 'screen'),
    counted(terminals.length, 'terminal'),
  ];
  console.log(`The site is right: ${counts.join(', ')}.`);
  return 0;
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

function printSettings(): number {
  for (const setting of listSettings()) {
    const usual = setting.usual === undefined ? 'must be given' : `default ${JSON.stringify(setting.usual)}`;
    console.log(
      `${setting.key}\n    ${setting.description}\n    ${setting.type}; ${usual}; for example ${JSON.stringify(setting.example)}`,
    );
  }
  return 0;
}
