// npm run bench: prints the table of figures; with --write it goes to docs/benchmarks.md as well.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startHouse } from '../../tools/house.js';
import { startPostgres } from '../support/postgres.ts';
import { measureCallToFollowers } from './call-to-followers.ts';
import { measureCheckInsAndCalls } from './check-ins-and-calls.ts';
import type { Figure } from './figures.ts';
import { describeMachine } from './machine.ts';
import { measureStarts } from './starts.ts';
import { measureAgentMemory, measureTerminal } from './terminal.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const site = join(repository, 'config', 'sites', 'demo');
const folder = mkdtempSync(join(tmpdir(), 'lobby-bench-'));

try {
  const machine = describeMachine(folder);
  const figures = [...(await measureHub()), ...(await measureHouse()), ...(await measureStarts(repository))];
  const table = tableOf(figures);
  console.log(`${machine}\n\n${table}`);
  if (process.argv.includes('--write')) writeFileSync(join(repository, 'docs', 'benchmarks.md'), page(machine, table));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measureHub(): Promise<Figure[]> {
  const onSqlite = await measureCheckInsAndCalls(site, undefined);
  const postgres = await startPostgres();
  try {
    return [...onSqlite, ...(await measureCheckInsAndCalls(site, postgres.url))];
  } finally {
    await postgres.stop();
  }
}

async function measureHouse(): Promise<Figure[]> {
  const data = join(folder, 'house');
  const house = await startHouse({ site, data });
  try {
    const terminal = await measureTerminal(house);
    return [...terminal, measureAgentMemory(house), ...(await measureCallToFollowers(house, data))];
  } finally {
    await house.stop();
  }
}

function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, reached, beside }) => `| ${what} | ${reached} | ${beside} |`);
  return ['| what | reached | beside it |', '|---|---|---|', ...rows].join('\n');
}

function page(machine: string, table: string): string {
  return `# Benchmarks

\`npm run bench -- --write\` measures all of this anew in one run and writes this page. Tests never time anything.

Machine: ${machine}.

${table}
`;
}
