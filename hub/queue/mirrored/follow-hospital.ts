import { randomUUIDv7 } from 'node:crypto';
import type { Site } from '@lobby/config';
import type { FeedEvent, MirroredItem } from '../../contract/index.ts';
import type { Feed, MirrorSpeaker } from '../../hub.ts';
import type { CallContext, HospitalPort } from '../../hospital/port.ts';
import type { Store } from '../../store/store.ts';
import { isSwitch, modesOf } from './area-modes.ts';
import { hospitalSource } from './credentials.ts';
import type { HubMirror } from './mirror.ts';

const hospital: MirrorSpeaker = { source: hospitalSource, scope: null };

export interface FollowParts {
  readonly site: Site;
  readonly store: Store;
  readonly port: HospitalPort;
  readonly mirror: HubMirror;
  readonly onTrouble: (error: unknown) => void;
}

/**
 * Follows the queues that the hospital itself keeps for mirrored areas: what happens as it happens, where the hospital
 * tells it, and every so often the whole queue. A hospital that was away is caught up with by the next whole queue.
 */
export class FollowHospital {
  readonly #parts: FollowParts;
  #stopFollowing: () => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;
  #line: Promise<void> = Promise.resolve();
  #followed = '';
  #stopped = false;

  constructor(parts: FollowParts) {
    this.#parts = parts;
  }

  /** Follows from now on; the areas as they are switched. Returns the way to stop. */
  start(feed: Feed): () => Promise<void> {
    const leave = feed.follow(
      (events: readonly FeedEvent[]) => {
        if (events.some((event) => isSwitch(event) || event.type === 'site.changed')) void this.catchUp();
      },
      () => undefined,
    );
    const { askSeconds } = this.#parts.site.mirrored;
    this.#timer = setInterval(() => void this.catchUp(), askSeconds * 1_000);
    this.#timer.unref();
    void this.catchUp();
    return async () => {
      this.#stopped = true;
      clearInterval(this.#timer);
      leave();
      this.#stopFollowing();
      await this.#line;
    };
  }

  /** Asks for the whole queues of all mirrored areas; resolves when they are taken in, or could not be had. */
  catchUp(): Promise<void> {
    return this.#inLine(async () => {
      const clinics = await this.#mirroredClinics();
      this.#listenTo(clinics);
      // One clinic that gets no answer is enough: asking for all the others would count against the hospital's line.
      for (const clinic of clinics) if (!(await this.#takeQueue(clinic))) return;
    });
  }

  #listenTo(clinics: readonly string[]): void {
    const name = clinics.join(' ');
    if (name === this.#followed) return;
    this.#followed = name;
    this.#stopFollowing();
    this.#stopFollowing = () => undefined;
    if (clinics.length === 0 || this.#parts.port.capabilities()['queue.follow'] === 'unsupported') return;
    this.#stopFollowing = this.#parts.port.queue.follow(clinics, (items) => void this.#hear(items));
  }

  #hear(items: readonly MirroredItem[]): Promise<void> {
    return this.#inLine(async () => {
      await this.#parts.mirror.takeItems(hospital, items);
    });
  }

  /** False when the hospital cannot be reached. Silence speaks for itself: the age of what is known goes on growing. */
  async #takeQueue(clinic: string): Promise<boolean> {
    if (this.#stopped) return false;
    const asked = await this.#parts.port.queue.list(clinic, context());
    if (!asked.ok) return asked.reason !== 'unavailable';
    const { occurredAt, tickets } = asked.value;
    await this.#parts.mirror.takeSnapshot(hospital, clinic, { occurredAt, tickets });
    return true;
  }

  async #mirroredClinics(): Promise<readonly string[]> {
    const { site, store, port } = this.#parts;
    if (port.capabilities()['queue.list'] === 'unsupported') return [];
    const modes = await modesOf(store.database, site.areas);
    const mirrored = site.areas.filter(({ id }) => modes.get(id)?.mode === 'mirrored');
    return [...new Set(mirrored.flatMap((area) => area.queues.map(({ clinic }) => clinic)))];
  }

  /** One thing after the other: a whole queue must not overtake what happened after it. */
  #inLine(work: () => Promise<void>): Promise<void> {
    this.#line = this.#line.then(() => (this.#stopped ? undefined : work())).catch(this.#parts.onTrouble);
    return this.#line;
  }
}

function context(): CallContext {
  return { terminalId: null, operatorId: null, traceId: randomUUIDv7(), locale: 'zh-CN' };
}
