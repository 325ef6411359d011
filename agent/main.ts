import { randomUUID } from 'node:crypto';
import { agentUsage, readConfiguration } from './configuration.ts';
import { runAgent } from './run-agent.ts';

/** Everything is over by then; what hangs is left behind, and a slip that was printing is unknown. Milliseconds. */
const STOP_WITHIN = 2_000;

/** The agent as a process: runs until it is told to stop. Exit 1: it could not start; 2: what was typed cannot be done. */
export async function runFromCommandLine(): Promise<void> {
  // A log that cannot be written, on a full disk, is no reason to leave patients alone.
  for (const log of [process.stdout, process.stderr]) log.on('error', () => undefined);
  const result = readConfiguration(process.argv.slice(2), process.env);
  if (!result.ok) {
    console.error(`${result.sentence}\n\n${agentUsage}`);
    process.exit(2);
  }
  const { terminal } = result.configuration;
  try {
    const agent = await runAgent(result.configuration, { now: () => Date.now(), newKey: randomUUID });
    console.log(`agent ${terminal.id} ready ${agent.address}`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(agent.close));
  } catch (error) {
    console.error(describe(error));
    process.exit(1);
  }
}

async function stop(close: () => Promise<void>): Promise<void> {
  setTimeout(() => process.exit(0), STOP_WITHIN).unref();
  await close();
  process.exit(0);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE')
    return `The port is taken (${error.message}): stop what uses it, or choose another with --port.`;
  return error.message;
}
