import {
  noWayReasons,
  type AskWay,
  type GuideHome,
  type GuidePlan,
  type PlacesReply,
  type PrintWay,
  type PrintWayReply,
  type SearchPlaces,
  type WayReply,
} from '@lobby/hub/contract';

interface Asked<T> {
  readonly input: T;
  /** Aborted when whoever asked has gone on. */
  readonly signal: AbortSignal;
}

/** What this terminal offers to find. Rejects when no answer came, or none that this page knows. */
export async function loadGuideHome({ signal }: Asked<undefined>): Promise<GuideHome> {
  return known(await ask('/api/guide', { signal }), ['version', 'categories']) as GuideHome;
}

/** Places by a few letters. Rejects as above. */
export async function searchPlaces({ input, signal }: Asked<SearchPlaces>): Promise<PlacesReply> {
  return known(await ask('/api/guide/search', { signal, body: input }), ['places']) as PlacesReply;
}

/** The way from here. Rejects as above. */
export async function askWay({ input, signal }: Asked<AskWay>): Promise<WayReply> {
  const reply = await ask('/api/guide/way', { signal, body: input });
  if (isRefusal(reply, noWayReasons)) return known(reply, ['profilesWithAWay']) as WayReply;
  return known(reply, ['ok', 'way']) as WayReply;
}

/** The building under one version. Rejects as above. */
export async function loadPlan({ input, signal }: Asked<{ readonly version: string }>): Promise<GuidePlan> {
  const path = `/api/guide/plan/${encodeURIComponent(input.version)}`;
  // It is the same for ever under one version: the browser may keep it.
  return known(await ask(path, { signal, cache: 'default' }), ['version', 'levels']) as GuidePlan;
}

const printRefusals = ['hub-away', 'no-way', 'no-printer', 'not-taken'] as const;

/** Puts a way on paper; what becomes of it comes by the agent's events. Rejects as above. */
export async function printWay({ input, signal }: Asked<PrintWay>): Promise<PrintWayReply> {
  const reply = await ask('/agent/print/way', { signal, body: input });
  if (isRefusal(reply, printRefusals)) return reply as PrintWayReply;
  return known(reply, ['ok', 'jobId']) as PrintWayReply;
}

interface Question {
  readonly signal: AbortSignal;
  readonly body?: object;
  readonly cache?: RequestCache;
}

async function ask(path: string, { signal, body, cache = 'no-store' }: Question): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const post = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) };
  const response = await fetch(path, { cache, signal, ...post });
  return response.json();
}

// The contract binds the hub and the agent: the page looks whether it is the right kind of answer, no more.
function known(reply: unknown, fields: readonly string[]): unknown {
  if (typeof reply !== 'object' || reply === null || !fields.every((field) => field in reply))
    throw new Error('an answer this page does not know');
  return reply;
}

function isRefusal(reply: unknown, reasons: readonly string[]): boolean {
  if (typeof reply !== 'object' || reply === null || !('ok' in reply && 'reason' in reply)) return false;
  return reply.ok === false && reasons.some((reason) => reason === reply.reason);
}
