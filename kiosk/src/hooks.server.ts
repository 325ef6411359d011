import { building, dev } from '$app/env';
import { DATABASE_URL, LOBBY_DATA, LOBBY_SITE } from '$app/env/private';
import { refuse, reasonOfStatus } from '#lib/server/answer.ts';
import { identifyDevices } from '#lib/server/devices.ts';
import { logFault } from '#lib/server/fault-log.ts';
import { closeFeeds } from '#lib/server/feed/feeds-of-hub.ts';
import { mayWrite, provesItself } from '#lib/server/same-origin.ts';
import { runningHub, startHub } from '@lobby/hub/running.ts';
import { sequence, type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit/hooks';

/** In production server/main.ts has started the hub; in development it starts here. */
export const init: ServerInit = async () => {
  if (building) return;
  process.on('sveltekit:shutdown', closeFeeds);
  if (dev && runningHub() === undefined)
    await startHub({ data: LOBBY_DATA, site: LOBBY_SITE, databaseUrl: DATABASE_URL });
};

/** What the framework says in our place becomes a refusal like all others where a program asked. */
const answerProgramsInJson: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  if (!isApi(event.url) || response.status < 400) return response;
  const { errorId } = event.locals;
  if (errorId === undefined && isJson(response)) return response;
  return refuse(reasonOfStatus(response.status), errorId === undefined ? {} : { id: errorId });
};

/** Nothing of ours is framed, guessed at or kept: nearly every page names people. */
const protectAnswers: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  setUnlessSet(response.headers, {
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  });
  return response;
};

const findHub: Handle = async ({ event, resolve }) => {
  const hub = runningHub();
  if (hub === undefined) return refuse('hub-away');
  event.locals.hub = hub;
  return resolve(event);
};

const checkOrigin: Handle = async ({ event, resolve }) => {
  const { method, headers } = event.request;
  const siteAddress = event.locals.hub.site.address;
  const bodyProves = provesItself(event.url.pathname);
  if (!mayWrite({ method, headers, origin: event.url.origin, siteAddress, bodyProves })) return refuse('wrong-origin');
  return resolve(event);
};

/**
 * A page opened by a link on another site arrives without its cookies, which are strict. It asks for itself once more,
 * then they come along.
 */
const askAgainFromHere: Handle = async ({ event, resolve }) => {
  const { headers, method } = event.request;
  const fromElsewhere = headers.get('sec-fetch-site') === 'cross-site' && headers.get('sec-fetch-mode') === 'navigate';
  if (!fromElsewhere || method !== 'GET' || isApi(event.url)) return resolve(event);
  return new Response('<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0">', {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
};

const identify: Handle = async ({ event, resolve }) => {
  Object.assign(event.locals, await identifyDevices(event.locals.hub, event.request, event.cookies));
  return resolve(event);
};

export const handle = sequence(protectAnswers, answerProgramsInJson, findHub, checkOrigin, askAgainFromHere, identify);

/** Faults of ours get an id that a visitor can read to staff; what was asked for is never logged or repeated. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return;
  const id = logFault({ where: event.route.id ?? 'no route', error });
  event.locals.errorId = id;
  return { id, message: `出错了，编号 ${id} · Something went wrong, number ${id}` };
};

function isApi(url: URL): boolean {
  return url.pathname.startsWith('/api/');
}

function isJson(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('application/json') ?? false;
}

function setUnlessSet(headers: Headers, wanted: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(wanted)) if (!headers.has(name)) headers.set(name, value);
}
