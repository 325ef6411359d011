import type { Screen } from '@lobby/config';
import type { FeedEvent } from '@lobby/hub/contract';
import type { Hub } from '@lobby/hub/hub.ts';
import { Channel, type ChannelOptions } from './channel.ts';
import { Follower } from './follower.ts';
import { frame } from './frames.ts';
import type { Picture } from './picture.ts';

/** Milliseconds. */
const beatEvery = 5_000;
const redrawEvery = 60_000;

/** Where one follower stands and how far it had come when its last connection broke. */
export interface Joining {
  readonly areaId: string;
  readonly lastId: number | undefined;
}

/** What a stream shows and to whom. */
export interface Following extends Pick<ChannelOptions, 'name' | 'concerns' | 'load'> {
  /** Followers with the same key share pictures. */
  readonly key: string;
  readonly lastId: number | undefined;
  /** Asked when logins or credentials change, and every minute; who is no longer welcome is let go. */
  readonly stillWelcome?: () => Promise<boolean>;
  /** Called once, however the stream ends. */
  readonly onEnd?: () => void;
  /** An event as it is sent; by its type, whole, unless given. */
  readonly encode?: ChannelOptions['encode'];
  readonly redrawEvery?: number;
  readonly pace?: ChannelOptions['pace'];
}

/** Every event stream of this server: one follower of the hub's feed, any number of screens and desks. */
export class Feeds {
  readonly #hub: Hub;
  readonly #onFault: (error: unknown) => void;
  readonly #channels = new Map<string, Channel>();
  readonly #encoded = new WeakMap<FeedEvent, Uint8Array>();
  readonly #timers: readonly ReturnType<typeof setInterval>[];
  readonly #stopFollowing: () => void;
  readonly #stopWatchingMap: () => void;
  #closed = false;

  constructor(hub: Hub, onFault: (error: unknown) => void) {
    this.#hub = hub;
    this.#onFault = onFault;
    this.#stopFollowing = hub.feed.follow(
      (events) => this.#hear(events),
      () => this.close(),
    );
    this.#timers = [
      setInterval(() => this.#beat(), beatEvery).unref(),
      setInterval(() => this.#redraw(), redrawEvery).unref(),
    ];
    // Only now the floors are those of the new map: pictures that were drawn when its event came have the old ones.
    this.#stopWatchingMap = hub.guide.onChange(() => this.#redraw());
  }

  /** The stream of one screen: its boards and the events of its areas, as long as its credential is good. */
  followBoard(
    { id, kind }: Pick<Screen, 'id' | 'kind'>,
    { areaIds, lastId }: { readonly areaIds: readonly string[]; readonly lastId: number | undefined },
    stillWelcome: () => Promise<boolean>,
  ): ReadableStream<Uint8Array> {
    const follower = new Follower({ stillWelcome });
    this.#tellFleet(id, follower);
    const load = (): Promise<Picture | undefined> => this.#hub.boards.ofScreen(id);
    const concerns = ({ areaId, type }: FeedEvent): boolean =>
      type === 'guide.changed' || (areaId !== null && areaIds.includes(areaId));
    // The lobby tells how far clinics are: there every event of the hospital leads to another board, and none is urgent.
    const pace = kind === 'lobby' ? 'calm' : 'prompt';
    return this.#join(follower, { key: `board ${id}`, name: 'board', load, concerns, lastId, pace });
  }

  /** The stream of one desk: views and events of its area, as long as its login holds. */
  followDesk(
    { deskId, workNo }: { readonly deskId: string; readonly workNo: string },
    { areaId, lastId }: Joining,
    stillWelcome: () => Promise<boolean>,
  ): ReadableStream<Uint8Array> {
    // Two people at one desk may do different things.
    const load = (): Promise<Picture | undefined> => this.#hub.desks.view(deskId, workNo);
    return this.follow({
      key: `desk ${deskId} ${workNo}`,
      name: 'desk',
      load,
      concerns: (event) => event.areaId === areaId || event.type === 'alarm.changed',
      lastId,
      stillWelcome,
    });
  }

  /** What the hub tells one terminal's agent, as long as its credential is good. */
  followTerminal(
    terminalId: string,
    lastId: number | undefined,
    stillWelcome: () => Promise<boolean>,
  ): ReadableStream<Uint8Array> {
    return this.follow({
      key: `terminal ${terminalId}`,
      name: 'terminal',
      load: () => Promise.resolve(undefined),
      concerns: ({ type, body }) => type === 'terminal.told' && body['terminalId'] === terminalId,
      lastId,
      stillWelcome,
      encode: ({ body, sequence }) => frame('notice', body['notice'], sequence),
    });
  }

  /** Any other stream: a picture, and the events that lead from one to the next. */
  follow(following: Following): ReadableStream<Uint8Array> {
    const { stillWelcome, onEnd } = following;
    const follower = new Follower({ ...(stillWelcome && { stillWelcome }), ...(onEnd && { onEnd }) });
    return this.#join(follower, following);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const timer of this.#timers) clearInterval(timer);
    this.#stopFollowing();
    this.#stopWatchingMap();
    for (const channel of this.#channels.values()) channel.close();
    this.#channels.clear();
  }

  #join(follower: Follower, following: Following): ReadableStream<Uint8Array> {
    if (this.#closed) {
      follower.close();
      return follower.stream;
    }
    const { key } = following;
    const channel = this.#channels.get(key) ?? this.#openChannel(following);
    follower.onEnd(() => this.#dropIfEmpty(key, channel));
    void channel.join(follower, following.lastId);
    return follower.stream;
  }

  #openChannel({ key, name, concerns, load, encode, redrawEvery, pace }: Following): Channel {
    const channel = new Channel({
      name,
      concerns,
      load,
      feed: this.#hub.feed,
      encode: encode ?? ((event) => this.#encode(event)),
      onFault: this.#onFault,
      now: () => performance.now(),
      ...(redrawEvery !== undefined && { redrawEvery }),
      ...(pace !== undefined && { pace }),
    });
    this.#channels.set(key, channel);
    return channel;
  }

  #dropIfEmpty(key: string, channel: Channel): void {
    // The channel itself hears of the end too, and perhaps after us.
    queueMicrotask(() => {
      if (!channel.empty || this.#channels.get(key) !== channel) return;
      channel.close();
      this.#channels.delete(key);
    });
  }

  #hear(events: readonly FeedEvent[]): void {
    for (const channel of this.#channels.values()) channel.hear(events);
  }

  #encode(event: FeedEvent): Uint8Array {
    const known = this.#encoded.get(event) ?? frame(event.type, event, event.sequence);
    this.#encoded.set(event, known);
    return known;
  }

  #beat(): void {
    const at = new Date(this.#hub.clock.now()).toISOString();
    for (const channel of this.#channels.values()) channel.beat(at);
  }

  #redraw(): void {
    for (const channel of this.#channels.values()) {
      channel.refresh();
      void channel.letGoUnwelcome();
    }
  }

  /** The fleet counts the streams of each screen. When all end together, it is the hub that goes, not the screens. */
  #tellFleet(screenId: string, follower: Follower): void {
    this.#hub.fleet.screenConnected(screenId, true);
    follower.onEnd(() => {
      if (!this.#closed) this.#hub.fleet.screenConnected(screenId, false);
    });
  }
}
