import { z } from 'zod';
import { words, writeKey } from './words.ts';

/** What can become of a ticket. */
export const ticketStates = [
  'waiting',
  'called', // called to a room or into the corridor before it, or being served there
  'held', // set aside by a desk: keeps its place and is not called (挂起)
  'at-tests', // sent for tests: comes back in the lane of returns (检查中)
  'missed',
  'finished',
  'dropped', // left, or taken out by a nurse (退出)
  'undone', // its check-in was undone: the appointment may check in again
] as const;
export type TicketState = (typeof ticketStates)[number];

/** The verbs of desks and triage nurses. */
export const deskActions = [
  'next',
  'call',
  'call-in',
  'recall',
  'missed',
  'finish',
  'to-tests',
  'hold',
  'resume',
  'transfer',
  'take-along',
  'undo-call',
  'insert-emergency',
  'add',
  'move',
  'set-class',
  'assign',
  'undo-check-in',
  'drop',
  'return',
  'pause',
  'unpause',
  'stop-clinic',
  'open-clinic',
  'broadcast',
  'end-broadcast',
  'panic',
  'end-panic',
] as const;
export type DeskActionKind = (typeof deskActions)[number];

const id = z.string().min(1).max(64);
const version = z.number().int();
const code = z.string().min(1).max(40);

/** A ticket as whoever acts on it sees it; at another version nothing is done, and the present view is the answer. */
export const ticketRef = z.object({ ticketId: id, version });
export type TicketRef = z.infer<typeof ticketRef>;

function about<const Kind extends DeskActionKind>(action: Kind) {
  return z.object({ action: z.literal(action), key: writeKey });
}

/** Such an action is about a ticket at a version. */
function onTicket<const Kind extends DeskActionKind>(action: Kind) {
  return about(action).extend(ticketRef.shape);
}

/**
 * Desk → hub, POST /api/desk/actions, and POST /api/v1/desks/{deskId}/actions for a doctor's own software. The same
 * `key` gets the same answer.
 */
export const deskAction = z.discriminatedUnion('action', [
  // `serving`: whom the desk believes it serves, finished where the policy says so; null: nobody; left out: whoever it is.
  about('next').extend({ serving: ticketRef.nullable().optional() }),
  // One that is not the next asks to be confirmed. Also a missed, held or at-tests ticket that stands at the door.
  onTicket('call').extend({ confirmed: z.boolean() }),
  // Into the corridor before a desk's room (二次候诊): the next by the order, or a chosen one.
  about('call-in').extend({ deskId: id, ticket: ticketRef.nullable() }),
  onTicket('recall'),
  // `confirmed: false` asks to be told (`needs-confirmation`) when the policy wants more calls first.
  onTicket('missed').extend({ confirmed: z.boolean().optional() }),
  onTicket('finish'),
  // `reports`: how many are awaited; 0: not known.
  onTicket('to-tests').extend({ reports: z.number().int().min(0).max(9) }),
  onTicket('hold'),
  onTicket('resume'),
  // `deskId`: only that desk calls it there. `keepsWait` left out: as the policy has it.
  onTicket('transfer').extend({
    to: z.object({ queueId: id, deskId: id.nullable().optional() }),
    keepsWait: z.boolean().optional(),
  }),
  // A doctor has moved here from another desk of the area: whoever was called there is called here.
  about('take-along').extend({ fromDeskId: id }),
  // Within 30 s: the call leaves every screen, the ticket stands where it stood, whom `next` finished is served again.
  about('undo-call').extend({ callId: id }),
  // `level`: 1 濒危, 2 危重, 3 急症, 4 非急症; left out: 1.
  onTicket('insert-emergency').extend({ level: z.number().int().min(1).max(9).optional() }),
  // A number for somebody who has none: at the pharmacy, at a window, from an ambulance.
  about('add').extend({ queueId: id, class: code.nullable(), emergency: z.boolean() }),
  // `before`: the ticket before which it is to stand; null: at the end.
  onTicket('move').extend({ before: id.nullable() }),
  onTicket('set-class').extend({ class: code.nullable() }),
  onTicket('assign').extend({ deskId: id.nullable() }),
  onTicket('undo-check-in'),
  onTicket('drop'),
  // A nurse takes an at-tests or missed patient back.
  onTicket('return'),
  about('pause').extend({ reason: code }),
  about('unpause'),
  // `deskId`: one's own; a nurse may name any of her area.
  about('stop-clinic').extend({ deskId: id, reason: code }),
  about('open-clinic').extend({ deskId: id }),
  about('broadcast').extend({
    text: words.extend({ zh: z.string().trim().min(1).max(80), en: z.string().trim().min(1).max(160) }),
    minutes: z.number().int().min(1).max(720),
  }),
  about('end-broadcast').extend({ broadcastId: id }),
  // Silent on screens of patients; told to every desk and board of staff.
  about('panic'),
  about('end-panic').extend({ alarmId: id }),
]);
export type DeskAction = z.infer<typeof deskAction>;

/** Why nothing was done. Each comes with a sentence for the person at the desk. */
export const deskRefusals = [
  'nobody-waits',
  'not-your-ticket',
  'already-done',
  'not-logged-in',
  'desk-unknown',
  'role-not-allowed', // a doctor who wants what a nurse may
  'stale', // somebody changed the ticket meanwhile
  'already-called', // 已被李医生叫到 3 诊室
  'needs-confirmation', // it is not the next: say so again
  'too-late-to-undo',
  'call-unknown',
  'ticket-unknown',
  'queue-unknown',
  'session-closed', // no clinic session runs in which a number could be given
  'other-day', // a ticket of another day
  'called-a-moment-ago', // the last call of it was too short a time ago
  'mirrored', // the area's queue lives elsewhere: call there
  'paused',
  'room-full',
  'class-unknown',
  'desk-stopped',
  'reason-unknown',
  'key-reused', // the key was used for something else
] as const;
export type DeskRefusal = (typeof deskRefusals)[number];
