import type { Timers } from '../../transport/timers.ts';
import { LineSplitter } from './line-splitter.ts';
import { protocolVersion, readDriverLine, type AgentMessage, type DriverMessage } from './protocol.ts';
import { startProgram, type StartedProgram } from './start-program.ts';

/** Every delay of an external driver, in milliseconds. */
export interface ProgramTiming {
  /** A driver that is not ready by then hangs. */
  readonly ready: number;
  /** Pause between two pings, and the time for the answer to one. */
  readonly ping: number;
  readonly pong: number;
  /** Time to end by itself when it is told to. */
  readonly farewell: number;
  /** Pause before it is started again: doubles from the first to the longest, anew after a good run. */
  readonly firstPause: number;
  readonly longestPause: number;
  readonly goodRun: number;
}

export const programTiming: ProgramTiming = {
  ready: 15_000,
  ping: 5_000,
  pong: 5_000,
  farewell: 1_000,
  firstPause: 500,
  longestPause: 60_000,
  goodRun: 60_000,
};

/** Lines without a meaning, in a row, after which a driver counts as out of its mind. */
const mostRubbish = 100;

/** What staff may learn of a driver: reasons and counts, never what it said. */
export type ReportProgram = (what: {
  readonly why: 'rubbish' | 'over-long' | 'complaint' | 'ended';
  readonly detail: string | number;
}) => void;

export interface ProgramOptions {
  readonly command: readonly string[];
  readonly timers: Timers;
  readonly timing: ProgramTiming;
  readonly report: ReportProgram;
}

export type ProgramState = { readonly ready: boolean; readonly why: string | null };

type Wait = 'ready' | 'ping' | 'pong' | 'farewell';

/** A driver as a process of its own, kept alive: started again when it ends, killed when it hangs. */
export class ExternalProgram {
  readonly #options: ProgramOptions;
  readonly #messages = new Set<(message: DriverMessage) => void>();
  readonly #states = new Set<(state: ProgramState) => void>();
  readonly #closing = new AbortController();
  readonly #waits = new Map<Wait, () => void>();
  readonly #life: Promise<void>;
  #state: ProgramState = { ready: false, why: 'starting' };
  #running: StartedProgram | null = null;
  #pings = 0;
  #rubbish = 0;
  /** Why we ended it; null while we have not. */
  #endedBecause: string | null = null;

  constructor(options: ProgramOptions) {
    this.#options = options;
    this.#life = this.#live();
  }

  get state(): ProgramState {
    return this.#state;
  }

  onMessage(listener: (message: DriverMessage) => void): () => void {
    this.#messages.add(listener);
    return () => this.#messages.delete(listener);
  }

  onState(listener: (state: ProgramState) => void): () => void {
    this.#states.add(listener);
    return () => this.#states.delete(listener);
  }

  /** What is sent to a program that is not there is lost; its state says that it is not. */
  send(message: AgentMessage): void {
    this.#running?.write(`${JSON.stringify(message)}\n`);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.send({ type: 'close' });
    this.#running?.endInput();
    this.#wait('farewell', this.#options.timing.farewell, () => this.#running?.kill());
    await this.#life;
    this.#stopWaiting('farewell');
  }

  async #live(): Promise<void> {
    const { timers, timing, report } = this.#options;
    const { signal } = this.#closing;
    let pause = timing.firstPause;
    while (!signal.aborted) {
      const startedAt = timers.now();
      const why = await this.#runOnce();
      if (signal.aborted) return;
      if (timers.now() - startedAt >= timing.goodRun) pause = timing.firstPause;
      report({ why: 'ended', detail: why });
      this.#become({ ready: false, why });
      await timers.pause(pause, signal);
      pause = Math.min(pause * 2, timing.longestPause);
    }
  }

  async #runOnce(): Promise<string> {
    const { command, timing, report } = this.#options;
    const lines = new LineSplitter();
    this.#rubbish = 0;
    this.#endedBecause = null;
    const program = startProgram(command, {
      onOutput: (bytes) => lines.push(bytes).forEach((line) => this.#hear(line)),
      onComplaint: (bytes) => report({ why: 'complaint', detail: bytes }),
    });
    this.#running = program;
    this.#wait('ready', timing.ready, () => this.#giveUp('did not say that it is ready'));
    this.send({ type: 'hello', protocol: protocolVersion });
    const ended = await program.ended;
    this.#running = null;
    for (const wait of this.#waits.keys()) this.#stopWaiting(wait);
    return this.#endedBecause ?? ended;
  }

  #hear(line: string | 'over-long'): void {
    if (this.#endedBecause !== null) return;
    const message = line === 'over-long' ? undefined : readDriverLine(line);
    if (message === undefined) return this.#hearRubbish(line === 'over-long' ? 'over-long' : 'rubbish');
    this.#rubbish = 0;
    if (message.type === 'ready' && message.protocol !== protocolVersion)
      return this.#giveUp(`speaks protocol ${message.protocol}, not ${protocolVersion}`);
    if (message.type === 'ready' || message.type === 'away') return this.#hearState(message);
    if (message.type === 'pong') return this.#hearPong(message.id);
    // Whoever has not said that it works has nothing to say.
    if (this.#state.ready) for (const listener of [...this.#messages]) listener(message);
  }

  #hearState(message: DriverMessage & { type: 'ready' | 'away' }): void {
    this.#stopWaiting('ready');
    if (!this.#waits.has('ping') && !this.#waits.has('pong')) this.#pingLater();
    this.#become(message.type === 'ready' ? { ready: true, why: null } : { ready: false, why: message.why });
  }

  #hearRubbish(why: 'over-long' | 'rubbish'): void {
    this.#rubbish += 1;
    if (this.#rubbish === 1) this.#options.report({ why, detail: this.#rubbish });
    if (this.#rubbish >= mostRubbish) this.#giveUp('says nothing but rubbish');
  }

  #pingLater(): void {
    const { timing } = this.#options;
    this.#wait('ping', timing.ping, () => {
      this.#pings += 1;
      this.send({ type: 'ping', id: String(this.#pings) });
      this.#wait('pong', timing.pong, () => this.#giveUp('does not answer'));
    });
  }

  #hearPong(id: string): void {
    if (id !== String(this.#pings) || !this.#waits.has('pong')) return;
    this.#stopWaiting('pong');
    this.#pingLater();
  }

  #giveUp(why: string): void {
    this.#endedBecause = why;
    this.#running?.kill();
  }

  #wait(what: Wait, milliseconds: number, run: () => void): void {
    this.#stopWaiting(what);
    const cancel = this.#options.timers.after(milliseconds, () => {
      this.#waits.delete(what);
      run();
    });
    this.#waits.set(what, cancel);
  }

  #stopWaiting(what: Wait): void {
    this.#waits.get(what)?.();
    this.#waits.delete(what);
  }

  #become(state: ProgramState): void {
    const before = this.#state;
    if (before.ready === state.ready && before.why === state.why) return;
    this.#state = state;
    if (this.#closing.signal.aborted) return;
    for (const listener of [...this.#states]) listener(state);
  }
}
