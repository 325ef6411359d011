// The hub server: the hub, and the pages in front of it.
import { checkSite } from '@lobby/config';
import { describeProblem } from '@lobby/config/load.ts';
import { readHospitalScript } from '@lobby/hub/hospital/sandbox/script.ts';
import { startHub, stopHub } from '@lobby/hub/running.ts';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { readOptions, type ServerOptions } from './options.ts';
import { stopServing } from './stop.ts';
import { troubleInWords } from './trouble.ts';
import { createWebServer, listen, sayStarting, type PageHandler } from './web-server.ts';

const built = new URL('../build/handler.js', import.meta.url);

// Databases name patients: what this process writes is for its own account alone.
process.umask(0o077);
// A log that cannot be written, on a full disk, is no reason to stop.
for (const log of [process.stdout, process.stderr]) log.on('error', () => undefined);
const read = readOptions(process.env);
if (!read.ok) giveUp(read.sentence);
else if (!existsSync(fileURLToPath(built))) giveUp('The pages are not built yet: run "npm run build -w kiosk" first.');
else await serve(read.options).catch((error: unknown) => giveUp(troubleInWords(error, read.options)));

/** The port comes first: a second server must not touch the databases of the one that has it. */
async function serve(options: ServerOptions): Promise<void> {
  const checked = checkSite(options.site);
  if (!checked.ok) {
    const problems = checked.problems.map(describeProblem).join('\n');
    return giveUp(`The site in ${options.site} is not right:\n${problems}`);
  }
  if (options.hospitalScript !== undefined) {
    const script = readHospitalScript(options.hospitalScript);
    if (!script.ok) return giveUp(`The hospital script is not right:\n${script.problems.join('\n')}`);
  }
  let handler: PageHandler = sayStarting;
  const server = createWebServer({ handler: (...asked) => handler(...asked), siteAddress: checked.site.address });
  const port = await listen(server, options);
  stopOnSignal(server);
  await startHub(options);
  handler = await loadPages(options);
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  console.log(`hub ready http://${host}:${port}`);
}

/** The pages read their settings from the environment when they are loaded. */
async function loadPages(options: ServerOptions): Promise<PageHandler> {
  Object.assign(process.env, {
    LOBBY_DATA: options.data,
    LOBBY_SITE: options.site,
    PROTOCOL_HEADER: 'x-forwarded-proto',
    BODY_SIZE_LIMIT: '512K',
  });
  const pages: { readonly handler: PageHandler } = await import(built.href);
  return pages.handler;
}

function stopOnSignal(server: Parameters<typeof stopServing>[0]['server']): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    // A last resort: whatever hangs, the process is gone within 5 s, and a tool that stops us waits 4 s.
    setTimeout(() => process.exit(1), 3_500).unref();
    const closeFeeds = (): void => void process.emit('sveltekit:shutdown', 'SIGTERM');
    stopServing({ server, closeFeeds, stopHub, patience: 1_500 }).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function giveUp(sentence: string): void {
  console.error(sentence);
  void stopHub().finally(() => process.exit(1));
}
