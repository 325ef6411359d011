// A newcomer's first start: a clone in an empty folder, `npm start`, one check-in over HTTP, Ctrl-C, nothing left behind.
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('..', import.meta.url));
const START_MILLISECONDS = 8 * 60_000;
const STOP_MILLISECONDS = 5000;

const folder = mkdtempSync(join(tmpdir(), 'lobby-cold-'));
const clone = join(folder, 'lobby');
const port = 20_000 + Math.floor(Math.random() * 20_000);
const hub = `http://127.0.0.1:${port}`;
const agent = `http://127.0.0.1:${port + 1}`;
const bench = `http://127.0.0.1:${port + 2}`;
let passed = 0;

try {
  run('git', ['clone', '--quiet', repository, clone]);
  await startAndStop('npm start alone', 'Ctrl-C', (npm) => process.kill(-npm, 'SIGINT'));
  await startAndStop('a second start', 'SIGTERM to npm alone', (npm) => process.kill(npm, 'SIGTERM'));
  console.log(`cold-start: ${passed} passed, 0 failed`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  for (const file of logsOf(clone)) console.error(`--- ${file}\n${readFileSync(file, 'utf8').slice(-3000)}`);
  console.log(`cold-start: ${passed} passed, 1 failed`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {string} what is started
 * @param {string} how it is stopped
 * @param {(npm: number) => void} stop
 */
async function startAndStop(what, how, stop) {
  const started = Date.now();
  const npm = spawn('npm', ['start', '--', '--port', String(port)], {
    cwd: clone,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  try {
    await said(npm, /Ctrl-C/);
    shown(`${what} is ready after ${Math.round((Date.now() - started) / 1000)} s`);
    await expectOk(`${hub}/api/health`);
    await expectOk(`${agent}/agent/health`);
    shown('hub and agent are healthy');
    shown(`a card on the reader became ticket ${await checkInOverHttp()}`);
  } finally {
    const asked = Date.now();
    stop(npm.pid ?? 0);
    await nothingLeft(how);
    shown(`${how} ended all of it in ${((Date.now() - asked) / 1000).toFixed(1)} s`);
  }
}

/**
 * npm itself goes before what it started has stopped.
 * @param {string} how it was asked to stop
 */
async function nothingLeft(how) {
  const deadline = Date.now() + STOP_MILLISECONDS;
  while (processesBelow(clone).length > 0) {
    if (Date.now() > deadline) throw new Error(`${how}, and 5 s later: ${processesBelow(clone).join('; ')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** @param {string} what */
function shown(what) {
  passed += 1;
  console.log(`✓ ${what}`);
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}

/**
 * @param {number} milliseconds
 * @param {string} sentence
 * @returns {Promise<never>}
 */
function after(milliseconds, sentence) {
  return new Promise((_, reject) => setTimeout(() => reject(new Error(sentence)), milliseconds).unref());
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {RegExp} pattern
 */
async function said(child, pattern) {
  let output = '';
  const found = new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      process.stdout.write(chunk);
      output += chunk;
      if (pattern.test(output)) resolve(undefined);
    });
    child.on('exit', (code) => reject(new Error(`npm start ended with ${code}`)));
  });
  await Promise.race([found, after(START_MILLISECONDS, 'npm start was not ready in time')]);
}

/** @param {string} url */
async function expectOk(url) {
  const reply = await fetch(url);
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}`);
}

/**
 * As the terminal's page does it, without a browser: hear of the visit, read the agenda, check in.
 * @returns {Promise<string>} the ticket's label
 */
async function checkInOverHttp() {
  const events = await fetch(`${agent}/agent/events`, { signal: AbortSignal.timeout(20_000) });
  await post(`${bench}/bench/reader`, { action: 'lay-down', card: 'zhang-jianming' }, bench);
  const { visitId } = await visitOpened(events);
  const { agenda } = await (await fetch(`${agent}/api/visits/${visitId}/agenda`)).json();
  const reply = await post(
    `${agent}/api/visits/${visitId}/check-in`,
    { key: randomUUID(), stepId: agenda.next.stepId },
    agent,
  );
  if (reply.ok !== true) throw new Error(`the check-in was refused: ${reply.reason}`);
  return reply.ticket.label;
}

/**
 * @param {Response} events the agent's, open before the card is laid down
 * @returns {Promise<{ visitId: string }>}
 */
async function visitOpened(events) {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of events.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    for (const line of text.split('\n')) {
      if (!line.startsWith('data: ') || !line.endsWith('}')) continue;
      const event = JSON.parse(line.slice(6));
      if (event.type === 'visit.opened') return event;
      if (event.type === 'visit.refused') throw new Error(`the visit was refused: ${event.reason}`);
    }
  }
  throw new Error('the agent closed its events before a visit opened');
}

/**
 * @param {string} url
 * @param {unknown} body
 * @param {string} origin
 */
async function post(url, body, origin) {
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(body),
  });
  return reply.json();
}

/** @param {string} place */
function processesBelow(place) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const at = readlinkSync(`/proc/${pid}/cwd`);
        return line.includes(place) || at.startsWith(place) ? [line] : [];
      } catch {
        return [];
      }
    });
}

/** @param {string} place */
function logsOf(place) {
  try {
    return readdirSync(join(place, 'data', 'logs')).map((name) => join(place, 'data', 'logs', name));
  } catch {
    return [];
  }
}
