import { isoNow } from '../clock.ts';
import type { DeskAction, DeskRefusal, DeskReply, DeskView, StaffLoginReply, Words } from '../contract/index.ts';
import type { Desks } from '../hub.ts';
import { KeyReused } from '../store/store.ts';
import { doAction } from './acts/verbs.ts';
import { deskStatesOf } from './acts/desk-states.ts';
import type { Act, ActingPerson } from './acts/act.ts';
import { recordAct } from './acts/record.ts';
import { refusalWords } from './acts/refusal-words.ts';
import { mayDo } from './acts/roles.ts';
import { DeskViews, type DeskViewParts } from './desk-views.ts';
import type { Line } from './lines.ts';
import type { DeskPlace, SitePlan } from './site-plan.ts';

/** What is kept of a desk's action; the view is made anew, so that a repeated answer is not an old one. */
type KeptOutcome = { readonly ok: true } | { readonly ok: false; readonly reason: DeskRefusal; readonly said: Words };

export type DeskParts = DeskViewParts;

/** The desks: consulting rooms, triage desks and windows. */
export class HubDesks implements Desks {
  readonly #parts: DeskParts;
  readonly #views: DeskViews;

  constructor(parts: DeskParts) {
    this.#parts = parts;
    this.#views = new DeskViews(parts);
  }

  async view(deskId: string, workNo?: string): Promise<DeskView | undefined> {
    const place = this.#parts.plan.desk(deskId);
    if (place === undefined) return undefined;
    return this.#views.view(place, workNo === undefined ? undefined : await this.#parts.logins.person(workNo));
  }

  async act(deskId: string, loginToken: string | undefined, action: DeskAction): Promise<DeskReply> {
    const place = this.#parts.plan.desk(deskId);
    if (place === undefined) return { ...refusal('desk-unknown'), view: null };
    const workNo = await this.#parts.logins.loggedIn(deskId, loginToken);
    if (workNo === undefined) return { ...refusal('not-logged-in'), view: null };
    return this.actAs(place, workNo, action);
  }

  /** Does what somebody wants who is known to sit at the desk, or to speak for who does. */
  async actAs(place: DeskPlace, workNo: string, action: DeskAction): Promise<DeskReply> {
    const person = await this.#parts.logins.person(workNo);
    if (person === undefined) return { ...refusal('not-logged-in'), view: null };
    const allowed = mayDo(person.role, place.kind, action.action);
    const outcome = allowed ? await this.#act({ place, person, action }) : refusal('role-not-allowed');
    const view = await this.#views.view(place, person);
    return outcome.ok ? { ok: true, view } : { ...outcome, view };
  }

  async login(
    deskId: string,
    workNo: string,
    password: string,
  ): Promise<StaffLoginReply & { readonly token?: string }> {
    const place = this.#parts.plan.desk(deskId);
    if (place === undefined) return { ok: false, reason: 'desk-not-enrolled' };
    return this.#parts.logins.login({ deskId, areaId: place.area.id }, workNo, password);
  }

  async logout(deskId: string, token: string): Promise<void> {
    const place = this.#parts.plan.desk(deskId);
    if (place !== undefined) await this.#parts.logins.logout({ deskId, areaId: place.area.id }, token);
  }

  loggedIn(deskId: string, token: string | undefined): Promise<string | undefined> {
    return this.#parts.logins.loggedIn(deskId, token);
  }

  async #act(wish: ActWish): Promise<KeptOutcome> {
    const { store, lines } = this.#parts;
    const { key, ...request } = wish.action;
    const write = { actor: `desk:${wish.place.desk.id}`, operation: 'desk.act', key, request };
    let changed: ReadonlyMap<string, Line> = new Map();
    try {
      const outcome = await store.write<KeptOutcome>(write, async (transaction) => {
        const act = await this.#begin(transaction, wish);
        const did = await doAction(act, wish.action);
        lines.changed(transaction, act.lines.values());
        changed = act.lines;
        if (!did.ok) return { reply: refusal(did.reason, did.said), events: [], keep: true };
        await recordAct(act, wish.action, did);
        return { reply: { ok: true }, events: did.events, keep: true };
      });
      for (const line of changed.values()) lines.remember(line);
      return outcome;
    } catch (error) {
      if (error instanceof KeyReused) return refusal('key-reused');
      throw error;
    }
  }

  async #begin(transaction: Act['transaction'], { place, person, action }: ActWish): Promise<Act> {
    const { plan, lines, clock } = this.#parts;
    const held = await lines.hold(transaction, queuesOf(plan, place, action));
    const desks = await deskStatesOf(transaction, place.area.id);
    return { transaction, plan, place, person, lines: held, desks, at: isoNow(clock) };
  }
}

interface ActWish {
  readonly place: DeskPlace;
  readonly person: ActingPerson;
  readonly action: DeskAction;
}

function refusal(reason: DeskRefusal, said?: Words): Exclude<KeptOutcome, { readonly ok: true }> {
  return { ok: false, reason, said: said ?? refusalWords[reason] };
}

/** The queues that an action concerns: those of the desk, and the one to which a ticket is sent. */
function queuesOf(plan: SitePlan, place: DeskPlace, action: DeskAction): readonly string[] {
  const own = place.queues.map(({ queue }) => queue.id);
  if (action.action !== 'transfer' || plan.queue(action.to.queueId) === undefined) return own;
  return [...own, action.to.queueId];
}
