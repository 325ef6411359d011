import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from './build.js';
import { installIfNeeded, requireNode18, requireWritable } from './install.js';
import { startHouse } from './house.js';
import { parentGone } from './parent.js';
import { requireFreePort } from './processes.js';
import { forgetData } from './reset.js';
import { noteRunning, requireOwnData } from './running-here.js';
import { runPinned } from './run-pinned.js';
import { step, tell, Trouble } from './say.js';
import { root } from './where.js';

const usage = `npm start -- [--port N] [--site DIR] [--data DIR] [--reset] [--hospital-script FILE]
  --port N    the hub's port (3000); the terminal takes the next one, the device bench the one after
  --site DIR  folder of the site's settings (config/sites/demo)
  --data DIR  folder for databases and logs (data)
  --reset     forget everything that the demo has stored, then start
  --hospital-script FILE  the demo's hospital is as slow or as broken as this file says (docs/slow-hospital.md)`;

await tell(start);

async function start() {
  requireNode18();
  const options = readOptions();
  requireWritable();
  await installIfNeeded();
  await requireOwnData(options.data);
  for (const port of [options.port, options.port + 1, options.port + 2]) await requireFreePort(port);
  prepareFolder(options.data);
  await requireRightSite(options.site);
  if (options.reset) forgetData(options.data);
  await buildIfStale();
  noteRunning({ hub: `http://127.0.0.1:${options.port}`, data: options.data });
  step('starting hub, device bench and terminal K01');
  const house = await startHouse({
    site: options.site,
    data: options.data,
    hubPort: options.port,
    agentPort: options.port + 1,
    benchPort: options.port + 2,
    env: options.hospitalScript === undefined ? {} : { LOBBY_HOSPITAL_SCRIPT: resolve(options.hospitalScript) },
  });
  printAddresses(house, options.port);
  await runUntilStopped(house);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '3000' },
        site: { type: 'string', default: 'config/sites/demo' },
        data: { type: 'string', default: 'data' },
        reset: { type: 'boolean', default: false },
        'hospital-script': { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port < 1 || port > 65_533)
      throw new Trouble(`--port takes a number from 1 to 65533, not "${values.port}".`);
    return {
      port,
      site: resolve(root, values.site),
      data: resolve(root, values.data),
      reset: values.reset,
      hospitalScript: values['hospital-script'],
    };
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

/**
 * Only the account that runs the hub looks into its data, which names patients.
 * @param {string} folder
 */
function prepareFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    throw new Trouble(`The folder ${folder} cannot be made: choose another with --data.`);
  }
  requireWritable(folder);
}

/** @param {string} site */
async function requireRightSite(site) {
  if (!existsSync(site)) throw new Trouble(`There is no folder ${site}: give the folder of a site with --site.`);
  const { code, output } = await runPinned('config/check.ts', ['check', site]);
  if (code !== 0) throw new Trouble(output.trim());
}

/**
 * @param {import('./house.js').House} house
 * @param {number} port
 */
function printAddresses(house, port) {
  const rows = [
    ['终端 Terminal', house.agent, '放身份证，签到，取号票 / lay down a card, check in'],
    ['设备台 Device bench', house.bench, '模拟证件与打印机 / cards, paper, cables'],
    [
      '候诊屏 Waiting-area screen',
      `http://screen1.localhost:${port}/display`,
      '看叫号，听叫号 / calls, seen and heard',
    ],
    ['医生台 Desk, room 2', `http://desk2.localhost:${port}/desk`, '陈欣医生 Dr Chen Xin: 1002, demo-1002'],
    ['医生台 Desk, room 3', `http://desk3.localhost:${port}/desk`, '李文医生 Dr Li Wen: 1001, demo-1001'],
    ['求助台 Volunteers’ board', `${house.hub}/volunteer`, '方晓晴 Fang Xiaoqing: 7001, demo-7001'],
    ['运维 Operator page', `${house.hub}/operator`, '叶凯 Ye Kai: 9001, demo-9001'],
  ];
  console.log('');
  for (const [what, where, why] of rows) console.log(`  ${pad(String(what), 28)}${pad(String(where), 42)}${why}`);
  console.log('\n  Ctrl-C stops all of it.\n');
}

/**
 * Pads to a width in terminal columns, where Chinese characters take two.
 * @param {string} text
 * @param {number} columns
 */
function pad(text, columns) {
  const width = [...text].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(1, columns - width));
}

/** @param {import('./house.js').House} house */
async function runUntilStopped(house) {
  const asked = new Promise((resolve) => {
    process.once('SIGINT', () => resolve(null));
    process.once('SIGTERM', () => resolve(null));
  });
  const fallen = Object.values(house.processes).map(async (running) => {
    await running.ended;
    return running.name;
  });
  const name = await Promise.race([asked, parentGone(), ...fallen]);
  await house.stop();
  if (name !== null)
    throw new Trouble(`The ${name} has ended by itself; its log is in the folder logs of the data folder.`);
}
