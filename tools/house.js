import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmTool } from './npm-tool.js';
import { startProcess, waitHealthy } from './processes.js';
import { Trouble } from './say.js';
import { compileCache, root } from './where.js';

/** @typedef {{ reader: string, printer: string, scanner: string, stripe: string, documents: string }} Devices their addresses */

/**
 * @typedef {object} HouseOptions
 * @property {string} site folder of the site
 * @property {string} data folder for databases, logs and credentials
 * @property {number} [hubPort] 0 takes any
 * @property {number} [agentPort]
 * @property {number} [benchPort]
 * @property {string} [terminal] id of the terminal, K01 when left out
 * @property {(simulated: Devices) => Promise<Devices>} [wire] other ways to the simulated devices, such as a serial line
 * @property {Record<string, string>} [env] for all of them, such as LOBBY_CLOCK
 * @property {boolean} [develop] the hub runs inside Vite's development server, which reloads pages
 */

/**
 * @typedef {object} House
 * @property {string} hub address, such as http://127.0.0.1:3000
 * @property {string} agent
 * @property {string} bench
 * @property {Devices} devices as the terminal's agent reaches them
 * @property {{ hub: import('./processes.js').Running, agent: import('./processes.js').Running, bench: import('./processes.js').Running }} processes
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} startHubAgain after it ended, on the same port and data
 * @property {() => Promise<void>} startAgentAgain
 */

/**
 * Starts a small hospital on this machine: hub, device bench with a simulated reader and printer, one terminal's
 * agent. Resolves when all three are healthy; stops what it started when one of them is not.
 * @param {HouseOptions} options
 * @returns {Promise<House>}
 */
export async function startHouse(options) {
  /** @type {import('./processes.js').Running[]} */
  const started = [];
  const stop = async () => {
    await Promise.all(started.map((running) => running.stop()));
  };
  /** @template {{ running: import('./processes.js').Running }} T @param {T} one */
  const keep = (one) => {
    started.push(one.running);
    return one;
  };
  try {
    const startingBench = startBench(options).then(keep);
    const startingHub = startHub(options, options.hubPort ?? 0).then(keep);
    // Both at once: only what has started can be stopped when the other does not.
    await Promise.allSettled([startingBench, startingHub]);
    const [bench, hub] = [await startingBench, await startingHub];
    const terminal = options.terminal ?? 'K01';
    const simulated = bench.devices;
    const devices = (await options.wire?.(simulated)) ?? simulated;
    const code = await enrolmentCode({ hub: hub.url, data: options.data, kind: 'terminal', id: terminal });
    const agent = await startAgent(options, { hub: hub.url, terminal, devices, code, port: options.agentPort ?? 0 });
    started.push(agent.running);
    /** @type {House} */
    const house = {
      hub: hub.url,
      agent: agent.url,
      bench: bench.url,
      devices,
      processes: { hub: hub.running, agent: agent.running, bench: bench.running },
      stop,
      startHubAgain: async () => {
        // Whoever develops mends a mistake at once and does not wait for the hub that had it.
        const patience = options.develop === true ? 5_000 : undefined;
        const again = await startHub(options, Number(new URL(hub.url).port), patience);
        started.push(again.running);
        house.processes.hub = again.running;
      },
      startAgentAgain: async () => {
        const port = Number(new URL(agent.url).port);
        const again = await startAgent(options, { hub: hub.url, terminal, devices, code: null, port });
        started.push(again.running);
        house.processes.agent = again.running;
      },
    };
    return house;
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {HouseOptions} options */
async function startBench(options) {
  const running = startProcess({
    name: 'bench',
    entry: 'agent/bench/main.ts',
    args: [
      '--port',
      String(options.benchPort ?? 0),
      '--reader-port',
      '0',
      '--printer-port',
      '0',
      '--site',
      options.site,
    ],
    env: { ...options.env, LOBBY_DATA: options.data, NODE_COMPILE_CACHE: compileCache },
    logs: join(options.data, 'logs'),
  });
  const found = await running.line(/^\{"bench":.*\}$/m, 20_000);
  /** @type {Devices & { bench: string }} */
  const { bench, ...devices } = JSON.parse(found[0]);
  return { running, url: bench, devices };
}

/**
 * @param {HouseOptions} options
 * @param {number} port
 * @param {number} [patience] until it answers, in milliseconds
 */
async function startHub(options, port, patience) {
  const env = {
    ...options.env,
    LOBBY_SITE: options.site,
    LOBBY_DATA: options.data,
    NODE_COMPILE_CACHE: compileCache,
  };
  const logs = join(options.data, 'logs');
  const running =
    options.develop === true
      ? startProcess({ name: 'hub', ...viteServer(port), env, logs })
      : startProcess({ name: 'hub', entry: 'kiosk/server/main.ts', env: { ...env, PORT: String(port) }, logs });
  const found = await running.line(
    options.develop === true ? /Local:\s+(http:\/\/[\w.:]+)/ : /hub ready (http:\/\/\S+)/,
    60_000,
  );
  const url = String(found[1]);
  await healthy(running, `${url}/api/health`, patience);
  return { running, url };
}

/** @param {number} port */
function viteServer(port) {
  return {
    entry: npmTool('vite/bin/vite.js'),
    args: ['dev', '--host', '127.0.0.1', '--port', String(port), '--strictPort', '--clearScreen', 'false'],
    cwd: join(root, 'kiosk'),
  };
}

/**
 * @param {HouseOptions} options
 * @param {{ hub: string, terminal: string, devices: Devices, code: string | null, port: number }} where
 */
async function startAgent(options, { hub, terminal, devices, code, port }) {
  /** @type {Record<string, string>} */
  const env = { ...options.env, LOBBY_HUB: hub, LOBBY_SITE: options.site, LOBBY_DATA: options.data };
  if (code !== null) env['LOBBY_ENROLMENT_CODE'] = code;
  const running = startProcess({
    name: `agent-${terminal}`,
    entry: 'agent/start.js',
    args: [
      ...['--terminal', terminal, '--port', String(port)],
      ...Object.entries(devices).flatMap(([device, address]) => [`--${device}`, address]),
    ],
    env,
    logs: join(options.data, 'logs'),
  });
  const found = await running.line(/agent \S+ ready (http:\/\/\S+)/, 20_000);
  const url = String(found[1]).replace(/\/$/, '');
  await healthy(running, `${url}/agent/health`);
  return { running, url };
}

/**
 * A one-time code for a terminal, screen or desk of this hub, as an operator would fetch it.
 * @param {{ hub: string, data: string, kind: 'terminal' | 'screen' | 'desk', id: string }} what
 * @returns {Promise<string>}
 */
export async function enrolmentCode({ hub, data, kind, id }) {
  const token = readFileSync(join(data, 'hub', 'admin-token'), 'utf8').trim();
  const reply = await fetch(`${hub}/api/operator/codes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ key: randomUUID(), kind, id }),
  });
  /** @type {{ ok: boolean, code?: string, reason?: string }} */
  const said = await reply.json();
  if (said.code === undefined)
    throw new Trouble(`The hub gave no code to enrol ${kind} ${id}: ${said.reason ?? reply.status}.`);
  return said.code;
}

/**
 * Waits until a program answers; one that does not is stopped, so that it keeps no port from the next attempt.
 * @param {import('./processes.js').Running} running
 * @param {string} url
 * @param {number} [milliseconds]
 */
async function healthy(running, url, milliseconds = 30_000) {
  let ended = false;
  void running.ended.then(() => (ended = true));
  try {
    await waitHealthy(url, { milliseconds, name: running.name, alive: () => !ended });
  } catch (error) {
    await running.stop();
    throw error;
  }
}
