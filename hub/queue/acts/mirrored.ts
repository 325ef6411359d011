import type { DeskAction, DeskActionKind } from '../../contract/index.ts';
import type { Line } from '../lines.ts';
import { isOutside } from '../mirrored/rank.ts';
import { refuse, type Act, type ActRefused } from './act.ts';

/** What a desk may still do with a number of ours after its queue has gone to another system: bring it to an end. */
const ofOurs: ReadonlySet<DeskActionKind> = new Set([
  'recall',
  'missed',
  'finish',
  'to-tests',
  'undo-call',
  'transfer',
  'undo-check-in',
  'drop',
]);

/** Where the queue lives in another system, whose turn it is and what becomes of its tickets is said there. */
export function mirroredRefusal(act: Act, action: DeskAction): ActRefused | undefined {
  const lines = [...act.lines.values()];
  if (!lines.some(({ mirrored }) => mirrored)) return undefined;
  const refused = refuse('mirrored');
  switch (action.action) {
    case 'next':
    case 'call-in':
      return act.place.queues.every(({ queue }) => act.lines.get(queue.id)?.mirrored !== false) ? refused : undefined;
    case 'add':
      return act.lines.get(action.queueId)?.mirrored === true ? refused : undefined;
    case 'transfer':
      if (act.lines.get(action.to.queueId)?.mirrored === true) return refused;
      break;
    default:
  }
  const ticketId = 'ticketId' in action ? action.ticketId : undefined;
  const line = lines.find(({ tickets }) => tickets.some(({ id }) => id === ticketId));
  if (line === undefined || !line.mirrored) return undefined;
  return ofOurs.has(action.action) && isOurs(line, ticketId) ? undefined : refused;
}

function isOurs({ tickets }: Line, ticketId: string | undefined): boolean {
  const ticket = tickets.find(({ id }) => id === ticketId);
  return ticket !== undefined && !isOutside(ticket);
}
