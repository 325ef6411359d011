import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReaderEvent } from '../card-reader.ts';
import { openDecoders } from './decoders.ts';
import type { ProgramTiming } from './external-program.ts';
import { openExternalProgram } from './open-external.ts';
import { openExternalReader } from './external-reader.ts';

const example = join(import.meta.dirname, 'example', 'driver.py');
/** Short, so that a test waits for what happens and not for a clock. */
const timing: ProgramTiming = {
  ready: 3_000,
  ping: 50,
  pong: 400,
  farewell: 500,
  firstPause: 20,
  longestPause: 80,
  goodRun: 60_000,
};
const person = { number: '330602195403182174', name: '张建明' };
const code = '2833060468090204800000000017';
vi.setConfig({ testTimeout: 20_000 });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lobby-driver-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A driver in a few lines of JavaScript, which sees `say`, `hear` and `fs`. */
function driver(script: string): string[] {
  const prelude = `
    import fs from 'node:fs';
    import { spawn } from 'node:child_process';
    import { createInterface } from 'node:readline';
    const say = (message) => process.stdout.write(JSON.stringify(message) + '\\n');
    const hear = (take) => createInterface({ input: process.stdin }).on('line', (line) => take(JSON.parse(line))).on('close', () => process.exit(0));
    const polite = (also = () => {}) => hear((message) => {
      if (message.type === 'hello') say({ type: 'ready', protocol: 1 });
      if (message.type === 'ping') say({ type: 'pong', id: message.id });
      if (message.type === 'close') process.exit(0);
      also(message);
    });
  `;
  const file = join(folder, `driver-${Math.random().toString(36).slice(2)}.mjs`);
  writeFileSync(file, prelude + script);
  return [process.execPath, file];
}

const until = (holds: () => boolean) => vi.waitUntil(holds, { timeout: 15_000, interval: 10 });

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

describe('a driver that is a program of its own', () => {
  function readerOf(command: readonly string[]) {
    const events: ReaderEvent[] = [];
    const told: string[] = [];
    const reader = openExternalReader({
      command,
      timing,
      report: ({ why, detail }) => told.push(`${why} ${detail}`),
    });
    reader.onEvent((event) => events.push(event));
    return { reader, events, told, types: () => events.map(({ type }) => type) };
  }

  it('may be written in Python: the example reads a card, and sees it lifted', async () => {
    const card = join(folder, 'card.txt');
    const { reader, events, types } = readerOf(['python3', example, 'reader', card]);
    await until(() => reader.state.ready);
    writeFileSync(card, `${person.number}\n${person.name}\n`);
    await until(() => types().includes('credential.read'));
    expect(events.find(({ type }) => type === 'credential.read')).toMatchObject({
      credential: { kind: 'resident-id', ...person },
    });
    unlinkSync(card);
    await until(() => types().includes('card.removed'));
    expect(types()).toEqual(['reader.ready', 'card.found', 'credential.read', 'card.removed']);
    await reader.close();
  });

  it('that has read a wrong number opens nobody’s file', async () => {
    const { reader, types, events } = readerOf(
      driver(`polite((message) => message.type === 'hello' && say({ type: 'card.read',
        credential: { kind: 'resident-id', number: '330602195403182175', name: 'x', photo: 'y'.repeat(900) } }));`),
    );
    await until(() => types().includes('card.trouble'));
    expect(events.at(-1)).toMatchObject({ problem: 'number-invalid' });
    expect(JSON.stringify(events)).not.toContain('330602');
    await reader.close();
  });

  it('that ends is started again, later each time, and a card that lay there counts as lifted', async () => {
    const { reader, types, told } = readerOf(
      driver(
        `say({ type: 'ready', protocol: 1 }); say({ type: 'card.found' }); setTimeout(() => process.exit(3), 30);`,
      ),
    );
    await until(() => types().filter((type) => type === 'reader.ready').length >= 3);
    expect(types().slice(0, 5)).toEqual(['reader.ready', 'card.found', 'card.removed', 'reader.away', 'reader.ready']);
    expect(told).toContain('ended ended with code 3');
    await reader.close();
  });

  it('that hangs is killed with everything that it has started', async () => {
    const pids = join(folder, 'pids');
    const { reader, told } = readerOf(
      driver(`const child = spawn('sleep', ['600']); fs.appendFileSync(${JSON.stringify(pids)}, process.pid + ' ' + child.pid + '\\n');
        say({ type: 'ready', protocol: 1 }); setInterval(() => {}, 1000);`),
    );
    await until(() => told.includes('ended does not answer'));
    const [own = 0, child = 0] = (readFileSync(pids, 'utf8').split('\n')[0] ?? '').split(' ').map(Number);
    expect(own).toBeGreaterThan(0);
    await until(() => !isAlive(own) && !isAlive(child));
    await reader.close();
  });

  it('that never says that it is ready is killed as well, and so is one of another protocol', async () => {
    const mute = openExternalProgram({
      command: driver('setInterval(() => {}, 1000);'),
      timing: { ...timing, ready: 200 },
    });
    await until(() => mute.state.why === 'did not say that it is ready');
    await mute.close();
    const newer = openExternalProgram({ command: driver(`say({ type: 'ready', protocol: 9 });`), timing });
    await until(() => newer.state.why === 'speaks protocol 9, not 1');
    await newer.close();
  });

  it('that says its device is away, and back, is believed', async () => {
    const { reader } = readerOf(
      driver(`polite((message) => message.type === 'hello' && setTimeout(() => say({ type: 'away', why: 'no-device' }), 40));
        setTimeout(() => say({ type: 'ready', protocol: 1 }), 1500);`),
    );
    await until(() => reader.state.why === 'no-device');
    await until(() => reader.state.ready);
    await reader.close();
  });

  it('that talks rubbish, over-long lines and complaints is reported without a word of it', async () => {
    const { reader, types, told } = readerOf(
      driver(`process.stderr.write('secret complaint 330602195403182174\\n');
        process.stdout.write('no json 330602195403182174\\n' + 'x'.repeat(40000) + '\\n{"type":"explode"}\\n');
        polite((message) => message.type === 'ping' && say({ type: 'card.removed' }));`),
    );
    await until(() => types().includes('card.removed'));
    expect(told.some((line) => line.startsWith('complaint '))).toBe(true);
    expect(told).toContain('rubbish 1');
    expect(told.join()).not.toMatch(/secret|330602|xxx|explode/);
    await reader.close();
  });

  it('that says nothing but rubbish is started again', async () => {
    const { reader, told } = readerOf(driver(`setInterval(() => process.stdout.write('!!\\n'), 1);`));
    await until(() => told.includes('ended says nothing but rubbish'));
    await reader.close();
  });

  it('that is not there, or may not be run, is a state with its reason', async () => {
    const missing = openExternalProgram({ command: [join(folder, 'nothing')], timing });
    await until(() => missing.state.why === 'no such program');
    await missing.close();
    const file = join(folder, 'no-program');
    writeFileSync(file, 'x', { mode: 0o600 });
    const locked = openExternalProgram({ command: [file], timing });
    await until(() => locked.state.why === 'the program may not be run');
    await locked.close();
  });

  it.skipIf(process.platform !== 'linux')('of the example ends by itself when the agent is killed', async () => {
    const command = ['python3', example, 'reader', join(folder, 'card.txt')];
    const agent = join(folder, 'agent.mjs');
    const opener = JSON.stringify(join(import.meta.dirname, 'open-external.ts'));
    writeFileSync(
      agent,
      `const { openExternalProgram } = await import(${opener});
      openExternalProgram({ command: ${JSON.stringify(command)} }).onState(({ ready }) => ready && console.log('ready'));`,
    );
    const running = spawn(process.execPath, [agent], { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(running.stdout, 'data');
    const driverPid = Number(readFileSync(`/proc/${running.pid}/task/${running.pid}/children`, 'utf8').trim());
    expect(isAlive(driverPid)).toBe(true);
    running.kill('SIGKILL');
    await until(() => !isAlive(driverPid));
  });

  it('sees nothing of the agent’s own settings, and ends when the agent does', async () => {
    vi.stubEnv('LOBBY_ENROLMENT_CODE', 'secret-code');
    const seen = join(folder, 'seen');
    const { reader } = readerOf(
      driver(
        `fs.writeFileSync(${JSON.stringify(seen)}, process.pid + ' ' + Object.keys(process.env).join());  polite();`,
      ),
    );
    await until(() => reader.state.ready);
    const [pid = '', names = ''] = readFileSync(seen, 'utf8').split(' ');
    expect(names).not.toContain('LOBBY');
    await reader.close();
    await until(() => !isAlive(Number(pid)));
    vi.unstubAllEnvs();
  });
});

describe('a decoder of insurance codes', () => {
  const insurance = { kind: 'insurance-code', number: code, name: null } as const;
  const settings = { codes: ['insurance-code' as const], answerMilliseconds: 4_000 };
  const decoderOf = (command: string[], answerMilliseconds = settings.answerMilliseconds) => {
    const told: string[] = [];
    const report = ({ why }: { readonly why: string }): number => told.push(why);
    return { told, decoders: openDecoders([{ ...settings, answerMilliseconds, command }], { timing, report }) };
  };

  it('may be written in Python: the example knows who is behind a code', async () => {
    const list = join(folder, 'vouchers.json');
    writeFileSync(list, JSON.stringify({ [code]: person }));
    const { decoders } = decoderOf(['python3', example, 'decoder', list]);
    await until(() => decoders.ready);
    expect(await decoders.decode(insurance)).toEqual({ kind: 'resident-id', ...person });
    const unknown = { ...insurance, number: '2899999999999999999999999999' };
    expect(await decoders.decode(unknown)).toEqual(unknown);
    const health = { kind: 'health-code', number: 'EHC330602', name: null } as const;
    expect(await decoders.decode(health)).toEqual(health);
    await decoders.close();
  });

  it('that is not there yet is not waited for', async () => {
    const { decoders } = decoderOf(driver('setInterval(() => {}, 1000);'), 20_000);
    expect(await decoders.decode(insurance)).toEqual(insurance);
    await decoders.close();
  });

  it.each([
    ['does not answer', `polite();`],
    ['dies of the question', `polite((message) => message.type === 'decode' && process.exit(1));`],
    [
      'answers with a wrong number',
      `polite((message) => message.type === 'decode' && say({ type: 'decoded', id: message.id, credential: { kind: 'resident-id', number: '123', name: null } }));`,
    ],
    [
      'answers another question',
      `polite((message) => message.type === 'decode' && say({ type: 'decoded', id: 'd0', credential: { kind: 'resident-id', number: '330602195403182174', name: null } }));`,
    ],
  ])('that %s leaves the code as it is', async (_what, script) => {
    const { decoders, told } = decoderOf(driver(script), 300);
    await until(() => decoders.ready);
    expect(await decoders.decode(insurance)).toEqual(insurance);
    expect(told.join()).not.toContain(code);
    await decoders.close();
  });
});
