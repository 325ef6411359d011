import type { Helper, HelpActionKind, HelpErrand, HelpRefusal, HelpState, StaffPerson } from '../contract/index.ts';

/** Who helps, with the id by which they are known again. */
export interface KnownHelper extends Helper {
  readonly staffId: string;
}

/** A request for help as it is stored. Instants are ISO, UTC. Nothing in it is of a patient. */
export interface HelpRecord {
  readonly id: string;
  readonly terminalId: string;
  readonly businessDate: string;
  readonly errand: HelpErrand;
  readonly state: HelpState;
  readonly askedAt: string;
  /** Since when it is in this state. */
  readonly since: string;
  /** When more people are to be told; null: not waiting, or they have been told. */
  readonly escalateAt: string | null;
  readonly escalatedAt: string | null;
  /** When it ends by itself unless something happens; null: it has ended. */
  readonly lapseAt: string | null;
  readonly firstTakenAt: string | null;
  readonly helper: KnownHelper | null;
  readonly version: number;
}

/** Milliseconds. */
export interface HelpTiming {
  readonly escalateAfter: number;
  readonly lapseAfter: number;
}

/** What comes of a wish; `same`: it is so already. */
export type Decision =
  | { readonly kind: 'changed'; readonly record: HelpRecord }
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly reason: HelpRefusal; readonly helper: Helper | null };

export interface Moment {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly timing: HelpTiming;
}

const openStates: ReadonlySet<HelpState> = new Set(['waiting', 'taken', 'arrived']);

/** Whether more people have been told and still nobody comes. */
export function isEscalated({ state, escalateAt }: Pick<HelpRecord, 'state' | 'escalateAt'>): boolean {
  return state === 'waiting' && escalateAt === null;
}

export function isOpen({ state }: Pick<HelpRecord, 'state'>): boolean {
  return openStates.has(state);
}

/** A request as it is when the button is pressed. */
export function newRequest(
  asked: Pick<HelpRecord, 'id' | 'terminalId' | 'businessDate' | 'errand'>,
  { now, timing }: Moment,
): HelpRecord {
  return {
    ...asked,
    state: 'waiting',
    askedAt: iso(now),
    since: iso(now),
    escalateAt: iso(now + timing.escalateAfter),
    escalatedAt: null,
    lapseAt: iso(now + timing.lapseAfter),
    firstTakenAt: null,
    helper: null,
    version: 1,
  };
}

/** What a staff member's wish makes of a request. Pressed twice, it is the same as pressed once. */
export function decide(
  record: HelpRecord,
  wish: { readonly action: HelpActionKind; readonly person: StaffPerson },
  moment: Moment,
): Decision {
  const mine = record.helper?.staffId === wish.person.staffId;
  if (!isOpen(record)) {
    return record.state === 'done' && mine && wish.action === 'finish' ? { kind: 'same' } : refused('over');
  }
  if (wish.action === 'take') return take(record, wish.person, moment);
  if (!mine) return refused('not-yours', record.helper);
  switch (wish.action) {
    case 'arrive':
      return record.state === 'arrived' ? { kind: 'same' } : changed(record, { state: 'arrived' }, moment);
    case 'finish':
      return changed(record, { state: 'done' }, moment);
    case 'hand-back':
      return changed(record, { state: 'waiting', helper: null }, moment);
  }
}

/** The patient needs nobody any more. */
export function withdraw(record: HelpRecord, moment: Moment): Decision {
  return isOpen(record) ? changed(record, { state: 'withdrawn' }, moment) : { kind: 'same' };
}

function take(record: HelpRecord, person: StaffPerson, moment: Moment): Decision {
  if (record.helper?.staffId === person.staffId) return { kind: 'same' };
  if (record.state !== 'waiting') return refused('taken-by-other', record.helper);
  const { staffId, role, name } = person;
  const firstTakenAt = record.firstTakenAt ?? iso(moment.now);
  return changed(record, { state: 'taken', helper: { staffId, role, name }, firstTakenAt }, moment);
}

function changed(record: HelpRecord, to: Partial<HelpRecord>, { now, timing }: Moment): Decision {
  const next = { ...record, ...to, since: iso(now), version: record.version + 1 };
  return {
    kind: 'changed',
    record: {
      ...next,
      escalateAt: next.state === 'waiting' ? iso(now + timing.escalateAfter) : null,
      lapseAt: isOpen(next) ? iso(now + timing.lapseAfter) : null,
    },
  };
}

function refused(reason: HelpRefusal, by: Helper | null = null): Decision {
  return { kind: 'refused', reason, helper: by === null ? null : { role: by.role, name: by.name } };
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
