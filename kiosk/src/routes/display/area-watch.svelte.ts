import { followFeed } from '#lib/feed/follow-feed.ts';
import { Acknowledger } from '@lobby/display/calls/acknowledger.ts';
import { CallDirector } from '@lobby/display/calls/call-director.ts';
import { emptySequence, type CallSequence } from '@lobby/display/calls/call-sequence.ts';
import { age, hearTime, hubNow, oldAfter, timeOfDay, type HubTime } from '@lobby/display/calls/hub-time.ts';
import { loudnessAt, minutesOf } from '@lobby/display/calls/loudness.ts';
import type { SoundState } from '@lobby/display/calls/loudspeaker.ts';
import { shownBetweenCalls } from '@lobby/display/calls/playlist.ts';
import { stageOf } from '@lobby/display/calls/stage.ts';
import { WebAudioLoudspeaker } from '@lobby/display/calls/web-audio-loudspeaker.ts';
import type { Board, ScreenSettings } from '@lobby/hub/contract';
import { isOlder, withoutCalls } from './newer-board.ts';
import { browserPainting } from '#lib/painting/painting-reporter.ts';
import { ScreenWays } from './screen-ways.svelte.ts';
import { tellPicture, tellShown, tellSound, tellTestShown } from './tell-hub.ts';

interface Opening {
  readonly board: Board;
  /** Version of this page. */
  readonly version: string;
  readonly settings: ScreenSettings;
  /** Asks whether the hub serves a newer page, and loads it. */
  readonly renewIfNewer: () => Promise<void>;
  /** Loads this page anew, as when the hub no longer knows the screen. */
  readonly reload: () => void;
}

const askWhileLostEvery = 15_000;
/** How long the mark of a self-test is seen. Milliseconds. */
const testShows = 8_000;
const rememberedUndone = 50;
/** Milliseconds. */
const reloadsAtMostEvery = 10_000;

/** One screen at work: follows the feed, directs picture and sound, tells the hub what has been shown. */
export class AreaWatch {
  board: Board;
  now = $state(performance.now());
  time: HubTime;
  isLost = $state(false);
  /** The test picture of a self-test is to be seen. */
  testing = $state(false);
  sound = $state<SoundState>();
  #sequence = $state.raw<CallSequence>(emptySequence);
  readonly stage = $derived.by(() => stageOf(this.#sequence, this.board));
  /** What is shown while nobody is called. */
  readonly entry = $derived.by(() =>
    shownBetweenCalls(this.#opening.settings.playlist, { sequence: this.#sequence, board: this.board, now: this.now }),
  );
  /** The building, where this screen shows it: doors and windows do not. */
  readonly guide: ScreenWays | null;
  readonly #opening: Opening;
  readonly #openedAt = performance.now();
  #undone: readonly string[] = [];
  #loudspeaker: WebAudioLoudspeaker | undefined;

  constructor(opening: Opening) {
    this.#opening = opening;
    const { screenId, guide } = opening.settings;
    const { kind } = opening.board;
    const isDrawn = guide !== 'none' && (kind === 'area' || kind === 'lobby');
    this.guide = isDrawn ? new ScreenWays(screenId, guide) : null;
    this.board = $state.raw(opening.board);
    const steady = performance.now();
    this.time = $state.raw(hearTime(undefined, opening.board.at, steady) ?? { at: Date.now(), heard: steady });
  }

  /** Works until the returned function is called. */
  start(): () => void {
    const loudspeaker = new WebAudioLoudspeaker({
      volume: this.#loudness(),
      changed: (sound) => {
        this.sound = sound;
        this.#tellSound();
      },
    });
    this.#loudspeaker = loudspeaker;
    const director = new CallDirector({
      loudspeaker,
      now: () => performance.now(),
      after,
      changed: (sequence) => (this.#sequence = sequence),
    });
    const acknowledger = new Acknowledger({
      tell: async (callId) => this.#minding(await tellShown(callId)),
      painted,
      after,
    });
    const painting = browserPainting((picture) => void tellPicture({ ...picture, version: this.#opening.version }));
    const take = (sent: Board): void => {
      this.#hear(sent.at);
      if (isOlder(sent, this.board)) return;
      this.#renewForSettings(sent);
      const board = withoutCalls(sent, this.#undone);
      this.board = board;
      this.guide?.lookAhead(board);
      director.take(board);
      acknowledger.take(board);
      painting.show(String(board.sequence));
    };
    take(this.board);
    const leave = followFeed('/api/screen/feed', {
      board: take,
      event: (event) => {
        this.#hear(event.at);
        if (event.type === 'guide.changed') void this.guide?.hearOf(String(event.body['version']));
        if (event.type === 'screen.test') this.#showTest(String(event.body['runId']));
        if (event.type !== 'call.undone') return;
        const callId = String(event.body['callId']);
        this.#undone = [...this.#undone, callId].slice(-rememberedUndone);
        this.board = withoutCalls(this.board, this.#undone);
        director.withdraw(callId);
      },
      beat: (at) => this.#hear(at),
      state: (state) => this.#connected(state === 'live'),
    });
    const clock = setInterval(() => {
      this.now = performance.now();
      loudspeaker.volume = this.#loudness();
    }, 1000);
    const asking = setInterval(() => {
      if (this.isLost) this.#tellSound();
      if (age(this.time, performance.now()) > 2 * oldAfter) void this.#startAnew();
    }, askWhileLostEvery);
    return () => {
      leave();
      clearInterval(clock);
      clearInterval(asking);
      director.stop();
      acknowledger.stop();
      painting.stop();
      this.guide?.stop();
      void loudspeaker.close();
    };
  }

  /** From a tap: lets the browser play sound from now on. */
  unmute(): void {
    void this.#loudspeaker?.unlock();
  }

  /** A mark in the corner, and word to the hub once it has been painted: calls go on as if nothing was. */
  #showTest(runId: string): void {
    this.testing = true;
    painted(() => void tellTestShown(runId));
    after(testShows, () => (this.testing = false));
  }

  /** Nothing was heard for long: where the hub answers all the same, it is this page's own line that broke. */
  async #startAnew(): Promise<void> {
    const answer = await fetch('/api/health').catch(() => undefined);
    if (answer?.ok === true) this.#opening.reload();
  }

  /** By the clock of the hub: quiet hours come and go. */
  #loudness(): number {
    const { sound, timeZone } = this.#opening.settings;
    const time = timeOfDay(hubNow(this.time, performance.now()), timeZone, 'minutes');
    return loudnessAt(sound, minutesOf(time));
  }

  /** The hub has other settings for this screen than its page was opened with. */
  #renewForSettings({ settings }: Board): void {
    const isNew = settings !== this.#opening.settings.version;
    if (isNew && performance.now() - this.#openedAt > reloadsAtMostEvery) this.#opening.reload();
  }

  #hear(at: string): void {
    this.now = performance.now();
    this.time = hearTime(this.time, at, this.now) ?? this.time;
  }

  #connected(isLive: boolean): void {
    const wasLost = this.isLost;
    this.isLost = !isLive;
    if (!isLive) return;
    // To the hub a screen that has just connected is mute until it says otherwise.
    this.#tellSound();
    if (!wasLost) return;
    void this.guide?.refresh();
    void this.#opening.renewIfNewer();
  }

  #tellSound(): void {
    if (this.sound !== undefined) void tellSound(this.sound).then((told) => this.#minding(told));
  }

  #minding(told: Awaited<ReturnType<typeof tellShown>>): 'told' | 'refused' | 'later' {
    if (told !== 'stranger') return told;
    this.#opening.reload();
    return 'refused';
  }
}

function after(milliseconds: number, then: () => void): () => void {
  const timer = setTimeout(then, milliseconds);
  return () => clearTimeout(timer);
}

// The first frame after a change is still being made when its callback runs; by the second the first has been painted.
function painted(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then));
}
