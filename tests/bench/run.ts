// npm run bench [-- PART…]: prints the table of figures of all parts, or of these: hub, desks, terminal, screens,
// fleet, starts, order, simulate, routes, guide. With --write they go to docs/benchmarks.md as well; what was not measured keeps its row there.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startHouse } from '../../tools/house.js';
import { startPostgres } from '../support/postgres.ts';
import { measureCallToFollowers } from './call-to-followers.ts';
import { measureCheckInsAndCalls } from './check-ins-and-calls.ts';
import type { Figure } from './figures.ts';
import { measureDesksAndTerminals } from './desks-and-terminals.ts';
import { measureFleet } from './fleet-load.ts';
import { describeMachine } from './machine.ts';
import { measureOrder } from './order.ts';
import { measureGuide } from './guide.ts';
import { measureRoutes } from './routes.ts';
import { measureReturn, measureScreensInChromium } from './screens-in-chromium.ts';
import { measureSimulatedDay } from './simulate.ts';
import { measureStarts } from './starts.ts';
import { measureAgentMemory, measureTerminal } from './terminal.ts';

type Part = 'hub' | 'desks' | 'terminal' | 'screens' | 'fleet' | 'starts' | 'order' | 'simulate' | 'routes' | 'guide';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const site = join(repository, 'config', 'sites', 'demo');
const document = join(repository, 'docs', 'benchmarks.md');
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const isWanted = (part: Part): boolean => words.length === 0 || words.includes(part);
const folder = mkdtempSync(join(tmpdir(), 'lobby-bench-'));

try {
  const machine = describeMachine(folder);
  const figures = [
    ...(isWanted('hub') ? await measureHub() : []),
    ...(isWanted('desks') ? await measureDesks() : []),
    ...(isWanted('terminal') || isWanted('screens') ? await measureHouse() : []),
    ...(isWanted('screens') ? await measureRestart() : []),
    ...(isWanted('fleet') ? await measureFleet(site, folder) : []),
    ...(isWanted('simulate') ? measureSimulatedDay(repository) : []),
    ...(isWanted('starts') ? await measureStarts(repository) : []),
    ...(isWanted('order') ? measureOrder() : []),
    ...(isWanted('routes') ? await measureRoutes() : []),
    ...(isWanted('guide') ? await measureGuide() : []),
  ];
  console.log(`${machine}\n\n${tableOf(figures.map(rowOf))}`);
  if (process.argv.includes('--write'))
    writeFileSync(document, page(machineOfAll(machine), tableOf(withOthers(figures))));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measureHub(): Promise<Figure[]> {
  const onSqlite = await measureCheckInsAndCalls(site, undefined);
  const postgres = await startPostgres('durable');
  try {
    return [...onSqlite, ...(await measureCheckInsAndCalls(site, postgres.url))];
  } finally {
    await postgres.stop();
  }
}

/** Each measurement has empty tables. */
async function measureDesks(): Promise<Figure[]> {
  const onSqlite = await measureDesksAndTerminals(site, async () => ({ url: undefined, close: async () => undefined }));
  const onPostgres = await measureDesksAndTerminals(site, async () => {
    const postgres = await startPostgres('durable');
    return { url: postgres.url, close: () => postgres.stop() };
  });
  return [...onSqlite, ...onPostgres];
}

async function measureHouse(): Promise<Figure[]> {
  const data = join(folder, 'house');
  const house = await startHouse({ site, data });
  try {
    return [
      ...(isWanted('terminal') ? [...(await measureTerminal(house)), measureAgentMemory(house)] : []),
      ...(isWanted('screens') ? await measureCallToFollowers(house, data) : []),
      ...(isWanted('screens') ? await measureScreensInChromium(house, data) : []),
    ];
  } finally {
    await house.stop();
  }
}

/** A house of its own: its hub is killed. */
async function measureRestart(): Promise<Figure[]> {
  const house = await startHouse({ site, data: join(folder, 'restarted') });
  try {
    return [await measureReturn(house)];
  } finally {
    await house.stop();
  }
}

function rowOf({ what, reached, beside }: Figure): string {
  return `| ${what} | ${reached} | ${beside} |`;
}

/** Rows of one part may come from another machine than the others. */
function machineOfAll(machine: string): string {
  const [, before = machine] = /^Machine: (.*)\.$/m.exec(readFileSync(document, 'utf8')) ?? [];
  return words.length === 0
    ? machine
    : `${before.split('. Measured later')[0] ?? ''}. Measured later (${words.join(', ')}): ${machine}`;
}

/** The rows of the document with these figures in place of the older ones; all of them new where all was measured. */
function withOthers(figures: readonly Figure[]): readonly string[] {
  if (words.length === 0) return figures.map(rowOf);
  const old = readFileSync(document, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2);
  const whatOf = (row: string): string => row.split('|')[1]?.trim() ?? '';
  const before = old.map((row) => {
    const anew = figures.find(({ what }) => what === whatOf(row));
    return anew === undefined ? row : rowOf(anew);
  });
  return [...before, ...figures.filter(({ what }) => !old.some((row) => whatOf(row) === what)).map(rowOf)];
}

function tableOf(rows: readonly string[]): string {
  return ['| what | reached | beside it |', '|---|---|---|', ...rows].join('\n');
}

function page(machine: string, table: string): string {
  return `# Benchmarks

\`npm run bench -- --write\` measures all of this anew in one run and writes this page; \`npm run bench -- terminal --write\` measures
the rows of one part (\`hub\`, \`desks\`, \`terminal\`, \`screens\`, \`fleet\`, \`starts\`, \`order\`, \`simulate\`, \`routes\`, \`guide\`). Tests never time anything.

Machine: ${machine}.

${table}
`;
}
