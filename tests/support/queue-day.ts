import type { Site } from '@lobby/config';
import { clinicTimeOf } from '@lobby/hub/business-date.ts';
import type { DeskAction, DeskReply, DeskTicket, DeskView } from '@lobby/hub/contract';
import { joinQueue } from '@lobby/hub/queue/join.ts';
import fc from 'fast-check';
import { actingSite, refOf, type DeskWish } from './acting-desk.ts';
import type { QueueFloor } from './queue-floor.ts';

/** Three consulting rooms and a triage nurse, on the three queues of emergency: whoever acts, at which desk. */
export const hands = [
  { deskId: 'D-one', workNo: '1001' },
  { deskId: 'D-two', workNo: '1002' },
  { deskId: 'D-three', workNo: '1003' },
  { deskId: 'D-nurse', workNo: '3001' },
] as const;
const queueIds = ['emergency-medicine', 'emergency-surgery', 'fever'] as const;

export function emergencySite(policy: Parameters<typeof actingSite>[0]): Site {
  const site = actingSite();
  const areas = site.areas.map((area) =>
    area.id === 'emergency-1f' ? { ...area, queues: area.queues.map((queue) => ({ ...queue, policy })) } : area,
  );
  const desks = [
    { id: 'D-one', room: 'emer-101', queues: ['emergency-medicine', 'emergency-surgery'] },
    { id: 'D-two', room: 'emer-102', queues: ['emergency-medicine', 'emergency-surgery'] },
    { id: 'D-three', room: 'emer-103', queues: ['emergency-surgery', 'fever'] },
    { id: 'D-nurse', room: 'emer-104', queues: ['emergency-medicine'], kind: 'triage' as const },
  ];
  return { ...site, areas, desks };
}

const verbs = [
  ...['join', 'join', 'join', 'join', 'next', 'next', 'next', 'next', 'next', 'all-next', 'tick', 'tick'],
  ...['call', 'call-in', 'recall', 'missed', 'missed', 'finish', 'to-tests', 'to-tests', 'return', 'return'],
  ...['hold', 'resume', 'resume', 'transfer', 'take-along', 'undo-call', 'undo-call', 'insert-emergency', 'move'],
  ...['assign', 'undo-check-in', 'drop', 'pause', 'unpause', 'unpause', 'stop-clinic', 'open-clinic', 'open-clinic'],
  ...['again'],
] as const;

/** One thing that happens in a day; numbers choose among what there is at that moment. */
export interface Happening {
  readonly verb: string;
  readonly hand: number;
  readonly pick: number;
  readonly other: number;
}

export const happening: fc.Arbitrary<Happening> = fc.record({
  verb: fc.constantFrom(...verbs),
  hand: fc.nat({ max: hands.length - 1 }),
  pick: fc.nat({ max: 30 }),
  other: fc.nat({ max: 30 }),
});

/** A day of an emergency department as it is lived through, one happening after the other. */
export class QueueDay {
  readonly #floor: QueueFloor;
  #keys = 0;
  #last: { readonly hand: (typeof hands)[number]; readonly action: DeskAction; readonly reply: DeskReply } | undefined;

  constructor(floor: QueueFloor) {
    this.#floor = floor;
  }

  async happen({ verb, hand, pick, other }: Happening): Promise<void> {
    const by = hands[hand] ?? hands[0];
    if (verb === 'join') return this.#join(queueIds[pick % queueIds.length] ?? queueIds[0], other);
    if (verb === 'tick') return this.#floor.clock.advance(1_000 + pick * 4_000);
    if (verb === 'all-next') return this.#everybodyNext();
    if (verb === 'again') return this.#again();
    this.#floor.clock.advance(pick * 100);
    const view = await this.view(by);
    const wish = wishOf(verb, view, { pick, other });
    if (wish !== undefined) await this.act(by, wish);
  }

  async act(by: (typeof hands)[number], wish: DeskWish): Promise<DeskReply> {
    const action: DeskAction = { ...wish, key: wish.key ?? this.#newKey() };
    const place = this.#floor.plan.desk(by.deskId);
    if (place === undefined) throw new Error(`no desk ${by.deskId}`);
    const reply = await this.#floor.desks.actAs(place, by.workNo, action);
    this.#last = { hand: by, action, reply };
    return reply;
  }

  async view(by: { readonly deskId: string; readonly workNo: string }): Promise<DeskView> {
    const view = await this.#floor.desks.view(by.deskId, by.workNo);
    if (view === undefined) throw new Error(`no desk ${by.deskId}`);
    return view;
  }

  /** The same press, sent once more: the same answer, and nothing more is done. */
  async #again(): Promise<void> {
    const last = this.#last;
    if (last === undefined) return;
    const { hand, action, reply } = last;
    const again = await this.act(hand, action);
    if (again.ok !== reply.ok || (!again.ok && !reply.ok && again.reason !== reply.reason))
      throw new Error(`${action.action} was answered otherwise the second time`);
  }

  /** Every room presses at once: different tickets, or none. */
  async #everybodyNext(): Promise<void> {
    const rooms = hands.filter(({ deskId }) => deskId !== 'D-nurse');
    const replies = await Promise.all(rooms.map((by) => this.act(by, { action: 'next' })));
    const served = replies.flatMap((reply) => (reply.ok ? [reply.view.serving?.ticketId] : []));
    if (new Set(served).size !== served.length) throw new Error('two desks took the same ticket');
  }

  async #join(queueId: string, other: number): Promise<void> {
    const { plan, store, lines, clock } = this.#floor;
    const place = plan.queue(queueId);
    if (place === undefined) throw new Error(`no queue ${queueId}`);
    clock.advance(1_000);
    const at = new Date(clock.now()).toISOString();
    const id = this.#newKey();
    await store.change(async (transaction) => {
      const joined = await joinQueue(transaction, lines, {
        place,
        ...clinicTimeOf(plan.site, clock.now()),
        patient: { patientId: id, maskedName: '张*', surname: '张', sex: 'male', birthYear: 1960 },
        actedBy: null,
        kind: other % 3 === 0 ? 'walk-in' : 'appointment',
        appointmentId: id,
        practitioner: null,
        slotStart: at,
        slotEnd: at,
        lane: other % 5 === 0 ? 'late' : 'normal',
        at,
      });
      return { reply: undefined, events: joined.events };
    });
  }

  #newKey(): string {
    this.#keys += 1;
    return `${this.#floor.clock.now()}-${this.#keys}`;
  }
}

/** What somebody at a desk may want, of what the desk shows. */
function wishOf(verb: string, view: DeskView, { pick, other }: { pick: number; other: number }): DeskWish | undefined {
  const of = <Item>(items: readonly Item[]): Item | undefined => items[pick % Math.max(1, items.length)];
  const anybody = [
    ...view.waiting,
    ...view.held,
    ...view.atTests,
    ...view.missed,
    ...view.servings,
    ...view.roomWaiting,
  ];
  const about = (tickets: readonly DeskTicket[]) => refOf(of(tickets));
  const desk = hands[other % 3]?.deskId ?? 'D-one';
  switch (verb) {
    case 'next':
      return { action: verb, serving: view.serving === null ? null : refOf(view.serving) };
    case 'call':
      return { action: verb, ...about(anybody), confirmed: other % 4 !== 0 };
    case 'call-in':
      return { action: verb, deskId: desk, ticket: other % 2 === 0 ? null : about(view.waiting) };
    case 'recall':
    case 'missed':
    case 'finish':
      return { action: verb, ...about(other % 5 === 0 ? anybody : view.servings) };
    case 'to-tests':
      return { action: verb, ...about(view.servings), reports: other % 4 };
    case 'hold':
    case 'insert-emergency':
    case 'undo-check-in':
    case 'drop':
    case 'return':
    case 'resume':
      return { action: verb, ...about(anybody) };
    case 'transfer':
      return {
        action: verb,
        ...about(anybody),
        to: { queueId: queueIds[other % 3] ?? 'fever' },
        keepsWait: other % 2 === 0,
      };
    case 'take-along':
      return { action: verb, fromDeskId: desk };
    case 'undo-call':
      return view.lastCall === null ? undefined : { action: verb, callId: view.lastCall.callId };
    case 'move':
      return { action: verb, ...about(view.waiting), before: view.waiting[other]?.ticketId ?? null };
    case 'assign':
      return { action: verb, ...about(anybody), deskId: other % 3 === 0 ? null : desk };
    case 'pause':
      return { action: verb, reason: 'meal' };
    case 'unpause':
      return { action: verb };
    case 'stop-clinic':
      return { action: verb, deskId: desk, reason: 'off' };
    case 'open-clinic':
      return { action: verb, deskId: desk };
    default:
      return undefined;
  }
}
