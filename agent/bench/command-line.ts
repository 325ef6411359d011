import { UsageError } from './usage-error.ts';

const usage = `Usage: npm run -s agent -- COMMAND
  read-card --device tcp://HOST:PORT|serial:///dev/tty… [--kind sdt|scanner|stripe|passport]
            [--site DIR] [--baud N] [--timeout SECONDS] [--agent-port 3001] [--json]
  print --printer tcp://HOST:PORT|serial:///dev/tty… --slip FILE.json [--columns 48|32] [--baud N] [--json]
  devices [--terminal K01] [--site DIR] [--agent-port 3001] [--json]
  doctor [--terminal K01] [--site DIR] [--probe ADDRESS]… [--scanner ADDRESS] [--stripe ADDRESS]
         [--documents ADDRESS] [--write FILE] [--agent-port 3001] [--json]`;

type Command = (args: string[]) => Promise<number>;

/** Commands are loaded when they are called: each needs libraries that the others do not. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  'read-card': async () => (await import('./read-card.ts')).readCardCommand,
  print: async () => (await import('./print-slip.ts')).printSlipCommand,
  doctor: async () => (await import('./doctor/doctor.ts')).doctorCommand,
  devices: async () => (await import('./list-devices.ts')).devicesCommand,
};

function refuse(sentence: string): number {
  console.error(`${sentence}\n${usage}`);
  return 2;
}

function isMistyped(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/** Runs one command and gives the exit code; 2: what was typed cannot be done. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) return refuse('Which command?');
  if (name === '--help' || name === '-h') {
    console.log(usage);
    return 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) return refuse(`There is no command "${name}".`);
  try {
    return await (
      await load()
    )(rest);
  } catch (error) {
    if (isMistyped(error)) return refuse(error.message);
    throw error;
  }
}

if (import.meta.main) {
  process.exitCode = await runCommandLine(process.argv.slice(2));
  // Everything is closed by now; a driver that hangs in the kernel must not hold the prompt.
  setTimeout(() => process.exit(), 1000).unref();
}
