// The hub server: the hub, and the pages in front of it.
import { checkSite } from '@lobby/config';
import { describeProblem } from '@lobby/config/load.ts';
import { runningHub, startHub, stopHub } from '@lobby/hub/running.ts';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { readOptions, type ServerOptions } from './options.ts';
import { stopServing } from './stop.ts';
import { troubleInWords } from './trouble.ts';
import { createWebServer, listen, type PageHandler } from './web-server.ts';

const built = new URL('../build/handler.js', import.meta.url);

const read = readOptions(process.env);
if (!read.ok) giveUp(read.sentence);
else if (!existsSync(fileURLToPath(built))) giveUp('The pages are not built yet: run "npm run build -w kiosk" first.');
else await serve(read.options).catch((error: unknown) => giveUp(troubleInWords(error, read.options)));

async function serve(options: ServerOptions): Promise<void> {
  const checked = checkSite(options.site);
  if (!checked.ok) {
    const problems = checked.problems.map(describeProblem).join('\n');
    return giveUp(`The site in ${options.site} is not right:\n${problems}`);
  }
  const hub = await startHub(options);
  const server = createWebServer({ handler: await loadPages(options), siteAddress: hub.site.address });
  stopOnSignal(server);
  const port = await listen(server, options);
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  console.log(`hub ready http://${host}:${port}`);
}

/** The pages read their settings from the environment when they are loaded. */
async function loadPages(options: ServerOptions): Promise<PageHandler> {
  Object.assign(process.env, {
    LOBBY_DATA: options.data,
    LOBBY_SITE: options.site,
    PROTOCOL_HEADER: 'x-forwarded-proto',
    BODY_SIZE_LIMIT: '64K',
  });
  const pages: { readonly handler: PageHandler } = await import(built.href);
  return pages.handler;
}

function stopOnSignal(server: Parameters<typeof stopServing>[0]['server']): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    // A last resort: whatever hangs, the process is gone within 5 s.
    setTimeout(() => process.exit(1), 4_500).unref();
    const closeFeeds = (): void => void process.emit('sveltekit:shutdown', 'SIGTERM');
    stopServing({ server, closeFeeds, stopHub, patience: 2_500 }).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function giveUp(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
  // A hub that has started already holds timers and databases open.
  if (runningHub() !== undefined) void stopHub().finally(() => process.exit(1));
}
