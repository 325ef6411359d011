import type { Area } from '@lobby/config';
import type {
  AreaStatus,
  MirrorCredential,
  MirrorCredentialReply,
  MirrorCredentialWish,
  MirroredQueueView,
  MirrorReply,
  SwitchArea,
  SwitchAreaReply,
} from '../../contract/index.ts';
import type { Mirror, MirrorSpeaker } from '../../hub.ts';
import { statusOfAreas } from './area-status.ts';
import { MirrorCredentials } from './credentials.ts';
import { viewOfQueue } from './queue-view.ts';
import { readItems, readSnapshot, type ReadItem } from './read-items.ts';
import { noFacts } from './facts.ts';
import { SilenceWatch } from './silence.ts';
import { stampOf } from './stamp.ts';
import { forgetFactsBefore } from './storage.ts';
import { handOver } from './switch-area.ts';
import { takeSaid, type MirrorParts } from './take.ts';

/** Nobody corrects what was said of a ticket three days ago. */
const factsKeptMilliseconds = 3 * 24 * 3_600_000;

export interface HubMirrorParts extends MirrorParts {
  /** What a check-in at a terminal does in a mirrored area. */
  readonly checkIn: () => AreaStatus['checkIn'];
  readonly onTrouble: (error: unknown) => void;
}

/** Areas whose queue lives in another system. */
export class HubMirror implements Mirror {
  readonly #parts: HubMirrorParts;
  readonly #credentials: MirrorCredentials;
  readonly #silence: SilenceWatch;

  constructor(parts: HubMirrorParts) {
    this.#parts = parts;
    this.#credentials = new MirrorCredentials(parts);
    this.#silence = new SilenceWatch(parts);
  }

  start(): void {
    this.#silence.start();
  }

  stop(): Promise<void> {
    return this.#silence.stop();
  }

  /** Looks for sources that have fallen silent or are heard again; done by itself every few seconds. */
  listen(): Promise<void> {
    return this.#silence.look();
  }

  async tidy(): Promise<void> {
    const { store, clock } = this.#parts;
    await forgetFactsBefore(store.database, new Date(clock.now() - factsKeptMilliseconds).toISOString());
  }

  identify(secret: string | undefined): Promise<MirrorSpeaker | undefined> {
    return this.#credentials.identify(secret);
  }

  async takeItems({ source, scope }: MirrorSpeaker, content: readonly unknown[]): Promise<MirrorReply> {
    const { plan, clock } = this.#parts;
    const read = readItems(content, { plan, scope, now: clock.now() });
    return this.#take({ source, scope, ...read });
  }

  async takeSnapshot(
    { source, scope }: MirrorSpeaker,
    queue: string,
    snapshot: Parameters<Mirror['takeSnapshot']>[2],
  ): Promise<MirrorReply | 'queue-unknown' | 'not-your-area' | 'without-time'> {
    const { plan, clock } = this.#parts;
    const place = plan.queue(queue) ?? plan.queueOfClinic(queue);
    if (place === undefined) return 'queue-unknown';
    if (scope !== null && place.area.id !== scope) return 'not-your-area';
    const stamp = stampOf(snapshot);
    if (stamp === undefined) return 'without-time';
    const queueId = place.queue.id;
    const { occurredAt, revision } = snapshot;
    const said = { ...(occurredAt !== undefined && { occurredAt }), ...(revision !== undefined && { revision }) };
    const read = readSnapshot(snapshot.tickets, { queueId, said }, { plan, scope, now: clock.now() });
    // One that is there and badly described is there all the same.
    const present = read.refused.flatMap(({ index, ticket }): ReadItem[] =>
      ticket === null ? [] : [{ index, ticket, stamp, areaId: null, facts: noFacts }],
    );
    const items = [...read.items, ...present].map((item) => ({ ...item, facts: { ...item.facts, seen: stamp } }));
    return this.#take({ source, scope, items, refused: read.refused, snapshot: { queueId, stamp } });
  }

  async queue({ source, scope }: MirrorSpeaker, queue: string): Promise<MirroredQueueView | undefined> {
    const { plan } = this.#parts;
    const place = plan.queue(queue) ?? plan.queueOfClinic(queue);
    if (place === undefined || (scope !== null && place.area.id !== scope)) return undefined;
    return viewOfQueue(this.#parts, { source, place });
  }

  areas(): Promise<readonly AreaStatus[]> {
    return statusOfAreas(this.#parts, this.#parts.plan.site.areas);
  }

  async switchArea(by: string, wish: SwitchArea): Promise<SwitchAreaReply> {
    const { plan, store } = this.#parts;
    const area = plan.area(wish.areaId);
    if (area === undefined) return { ok: false, reason: 'area-unknown', area: null };
    const { key, ...request } = wish;
    const write = { actor: `operator:${by}`, operation: 'area.switch', key, request };
    const outcome = await store.write<{ readonly ok: boolean }>(write, async (transaction) => {
      const switched = await handOver(transaction, this.#parts, { area, wish, by });
      return { reply: { ok: switched.ok }, events: switched.ok ? switched.events : [], keep: true };
    });
    const status = await this.#statusOf(area);
    if (outcome.ok) return { ok: true, area: status };
    return { ok: false, reason: 'area-switched-meanwhile', area: status };
  }

  issueCredential(by: string, wish: MirrorCredentialWish): Promise<MirrorCredentialReply> {
    return this.#credentials.issue(by, wish);
  }

  credentials(): Promise<readonly MirrorCredential[]> {
    return this.#credentials.list();
  }

  withdrawCredential(id: string): Promise<void> {
    return this.#credentials.withdraw(id);
  }

  async #take(said: Parameters<typeof takeSaid>[1]): Promise<MirrorReply> {
    const reply = await takeSaid(this.#parts, said);
    void this.#silence.look().catch(this.#parts.onTrouble);
    return reply;
  }

  async #statusOf(area: Area): Promise<AreaStatus> {
    const [status] = await statusOfAreas(this.#parts, [area]);
    if (status === undefined) throw new Error(`area ${area.id} has no status`);
    return status;
  }
}
