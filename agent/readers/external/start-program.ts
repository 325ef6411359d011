import { spawn, type ChildProcess } from 'node:child_process';

/** A program that runs. */
export interface StartedProgram {
  write(line: string): void;
  /** The end of what it is told: a program that is well brought up ends by itself. */
  endInput(): void;
  /** Ends it at once, and everything that it has started. */
  kill(): void;
  /** Resolves when it is gone, with words for staff. */
  readonly ended: Promise<string>;
}

export interface ProgramListener {
  onOutput(bytes: Uint8Array): void;
  /** Only how much: what a program complains of may name a patient. */
  onComplaint(bytes: number): void;
}

/** What a driver finds of our surroundings: where programs are, and the language; no credential, no setting of ours. */
const passedOn = ['PATH', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'TEMP', 'SystemRoot', 'HOME', 'USERPROFILE'];

const troubles: Readonly<Record<string, string>> = {
  ENOENT: 'no such program',
  EACCES: 'the program may not be run',
};

/** Starts a program without a shell, in a process group of its own. Never throws: a program that is missing has ended. */
export function startProgram(command: readonly string[], listener: ProgramListener): StartedProgram {
  const [program = '', ...args] = command;
  const env = Object.fromEntries(passedOn.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
  const child = spawn(program, args, { env, detached: true, windowsHide: true, stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdout.on('data', (bytes: Buffer) => listener.onOutput(bytes));
  child.stderr.on('data', (bytes: Buffer) => listener.onComplaint(bytes.length));
  // A pipe to a program that has gone breaks; its end is told by `ended`.
  child.stdin.on('error', () => undefined);
  const kill = (): void => killGroup(child);
  process.once('exit', kill);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(wordsOf(error)));
    child.once('exit', (code, signal) => resolve(signal === null ? `ended with code ${code}` : `killed by ${signal}`));
  }).finally(() => {
    process.off('exit', kill);
    // Whatever it has started does not outlive it.
    kill();
  });
  return {
    write: (line) => void (child.stdin.writable && child.stdin.write(line)),
    endInput: () => void child.stdin.end(),
    kill,
    ended,
  };
}

function wordsOf(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  return troubles[code] ?? 'could not be started';
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).on(
      'error',
      () => undefined,
    );
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The whole group is gone already.
  }
}
