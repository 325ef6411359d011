import type { FeedEvent } from '@lobby/hub/contract';
import type { Feed } from '@lobby/hub/hub.ts';
import type { Follower } from './follower.ts';
import { frame, idLine } from './frames.ts';
import { missedEvents } from './missed-events.ts';
import { PictureMaker, type Picture, type PictureFrame, type PictureOptions } from './picture.ts';

export interface ChannelOptions {
  /** Under which pictures are sent. */
  readonly name: string;
  /** Which events are passed on, and lead to another picture. */
  readonly concerns: (event: FeedEvent) => boolean;
  readonly feed: Feed;
  /** The picture as it is now; always undefined where events are all there is. */
  readonly load: () => Promise<Picture | undefined>;
  /** An event as bytes, made once for all channels. */
  readonly encode: (event: FeedEvent) => Uint8Array;
  readonly onFault: (error: unknown) => void;
  readonly now: () => number;
  /** How often the picture is made anew though nothing happened, besides what all channels do. Milliseconds. */
  readonly redrawEvery?: number;
  readonly pace?: PictureOptions['pace'];
}

/** A follower on its way in, and what happened meanwhile. */
interface Arrival {
  readonly follower: Follower;
  readonly meanwhile: FeedEvent[];
}

/** All who follow the same thing: the screens of an area, the pages of a desk, the agent of a terminal. */
export class Channel {
  readonly #options: ChannelOptions;
  readonly #picture: PictureMaker;
  readonly #followers = new Set<Follower>();
  readonly #arrivals = new Set<Arrival>();
  readonly #redraw: ReturnType<typeof setInterval> | undefined;
  /** Sequence of the last event that this channel has passed on. */
  #reached: number | undefined;

  constructor(options: ChannelOptions) {
    this.#options = options;
    this.#picture = new PictureMaker({
      load: options.load,
      encode: (picture) => frame(options.name, picture),
      send: ({ bytes }) => this.#sendAll(bytes),
      onFault: options.onFault,
      now: options.now,
      ...(options.pace !== undefined && { pace: options.pace }),
    });
    const { redrawEvery } = options;
    this.#redraw = redrawEvery === undefined ? undefined : setInterval(() => this.refresh(), redrawEvery).unref();
  }

  get empty(): boolean {
    return this.#followers.size === 0 && this.#arrivals.size === 0;
  }

  /** Passes on what has happened: events at once, then the picture they lead to. */
  hear(events: readonly FeedEvent[]): void {
    this.#reached = events.at(-1)?.sequence ?? this.#reached;
    if (events.some((event) => this.#mayTurnAway(event))) void this.letGoUnwelcome();
    const ours = events.filter((event) => this.#options.concerns(event));
    if (ours.length === 0) return;
    for (const event of ours) this.#sendAll(this.#options.encode(event));
    for (const arrival of this.#arrivals) arrival.meanwhile.push(...ours);
    this.#picture.refresh(ours.some(isCall) ? 'call' : 'other');
  }

  /**
   * Lets a follower in: first the picture, then the events missed since its Last-Event-ID, then whatever comes. The
   * picture carries the sequence up to which the follower knows everything, so that it resumes from there.
   */
  async join(follower: Follower, lastId: number | undefined): Promise<void> {
    const arrival: Arrival = { follower, meanwhile: [] };
    this.#arrivals.add(arrival);
    follower.onEnd(() => this.#drop(arrival));
    try {
      const newest = await this.#options.feed.newest();
      const missed = lastId === undefined ? [] : await missedEvents(this.#options.feed, lastId);
      const picture = await this.#picture.holding(newest);
      if (missed === 'reset') follower.send(frame('reset', {}));
      const known = missed === 'reset' || lastId === undefined ? newest : lastId;
      this.#sendPicture(follower, picture, known);
      const replayed = missed === 'reset' ? [] : missed.filter((event) => this.#options.concerns(event));
      for (const event of replayed) follower.send(this.#options.encode(event));
      this.#comeIn(arrival, { known: Math.max(newest, lastOf(missed)), shown: picture });
    } catch (error) {
      this.#options.onFault(error);
      follower.close();
    }
  }

  /** A sign of life, with the sequence up to which every follower has been told everything. */
  beat(at: string): void {
    if (this.#followers.size > 0) this.#sendAll(frame('beat', { at }, this.#reached));
  }

  /** A new picture though nothing happened: the clock alone changes what it shows. */
  refresh(): void {
    if (this.#followers.size > 0) this.#picture.refresh('other');
  }

  async letGoUnwelcome(): Promise<void> {
    // Whose login ends while they are on their way in is not let in either.
    const arriving = [...this.#arrivals].map(({ follower }) => follower);
    for (const follower of [...this.#followers, ...arriving]) {
      const welcome = await follower.stillWelcome().catch(() => false);
      if (!welcome) follower.close();
    }
  }

  close(): void {
    clearInterval(this.#redraw);
    this.#picture.stop();
    for (const follower of [...this.#followers]) follower.close();
    for (const arrival of [...this.#arrivals]) arrival.follower.close();
  }

  /** Logins at a desk concern its area; accounts and credentials may be anybody's. */
  #mayTurnAway(event: FeedEvent): boolean {
    if (event.type === 'staff.changed' || event.type === 'device.withdrawn') return true;
    return (event.type === 'desk.login' || event.type === 'desk.logout') && this.#options.concerns(event);
  }

  #sendPicture(follower: Follower, picture: PictureFrame | undefined, known: number): void {
    if (picture === undefined) follower.send(frame('here', {}, known));
    else {
      follower.send(idLine(known));
      follower.send(picture.bytes);
    }
  }

  #comeIn(arrival: Arrival, { known, shown }: { known: number; shown: PictureFrame | undefined }): void {
    if (!this.#arrivals.delete(arrival)) return;
    for (const event of arrival.meanwhile)
      if (event.sequence > known) arrival.follower.send(this.#options.encode(event));
    const latest = this.#picture.latest;
    if (latest !== undefined && latest !== shown) arrival.follower.send(latest.bytes);
    if (arrival.follower.open) this.#followers.add(arrival.follower);
  }

  #drop(arrival: Arrival): void {
    this.#arrivals.delete(arrival);
    this.#followers.delete(arrival.follower);
  }

  #sendAll(bytes: Uint8Array): void {
    for (const follower of [...this.#followers]) follower.send(bytes);
  }
}

function lastOf(missed: readonly FeedEvent[] | 'reset'): number {
  return missed === 'reset' ? 0 : (missed.at(-1)?.sequence ?? 0);
}

function isCall(event: FeedEvent): boolean {
  return event.type === 'ticket.called' || event.type === 'ticket.recalled';
}
