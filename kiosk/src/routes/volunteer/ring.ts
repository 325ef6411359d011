import type { HelpBoard, HelpRequest } from '@lobby/hub/contract';

/** How a board draws attention: to a request that waits, or louder to one that nobody has taken in time. */
export type Ring = 'asked' | 'escalated';

/** What a change of the board is worth. `before`: undefined for the first picture, whose requests are news as well. */
export function ringOf(before: HelpBoard | undefined, after: HelpBoard): Ring | undefined {
  const known = new Map((before?.requests ?? []).map((request) => [request.requestId, request]));
  const waiting = after.requests.filter(({ state }) => state === 'waiting');
  if (waiting.some((request) => request.escalated && known.get(request.requestId)?.escalated !== true))
    return 'escalated';
  if (after.hears === 'escalated') return undefined;
  return waiting.some((request) => !waited(known.get(request.requestId))) ? 'asked' : undefined;
}

function waited(before: HelpRequest | undefined): boolean {
  return before?.state === 'waiting';
}
