import { setTimeout as pause } from 'node:timers/promises';
import type { AgentEvent, SelfTestFault, SelfTestReport, SoundPlayed, TerminalNotice } from '@lobby/hub/contract';
import type { CardReader } from '../readers/card-reader.ts';
import type { PrintJob } from '../spool/index.ts';
import type { Log } from './log.ts';
import type { PrintQueue } from './printing.ts';
import { testSlip, type TestSlipPlace } from './self-test-slip.ts';

export interface SelfTestOptions {
  readonly place: TestSlipPlace;
  readonly reader: CardReader | undefined;
  readonly prints: PrintQueue | undefined;
  /** Numbers of the cards that open nothing and are there for tests. */
  readonly testCards: readonly string[];
  /** Somebody's visit is open here. */
  readonly inUse: () => boolean;
  readonly pageIsThere: () => boolean;
  readonly tell: (event: AgentEvent) => void;
  readonly report: (report: SelfTestReport) => Promise<void>;
  readonly now: () => number;
  /** The hub's time in milliseconds, where it is known. */
  readonly hubNow: () => number | undefined;
  readonly log: Log;
  readonly timing: { readonly testCard: number; readonly testSound: number; readonly testPrint: number };
}

/** The start-of-day self-test of this terminal: its card, its slip and its sound. The calling screens are the hub's part. */
export interface SelfTest {
  start(body: Extract<TerminalNotice, { type: 'self-test.start' }>['body']): void;
  /** Whether a card is the test card; then it belongs to the test, if there is one, and opens nothing. */
  takesCard(number: string): boolean;
  /** Nothing is known to lie on the reader any more. */
  cardLeft(): void;
  /** A card could not be read. */
  cardTrouble(): void;
  /** Another card opens a visit: whoever comes to be served goes first. */
  patientCame(): void;
  spoken(said: SoundPlayed): void;
  stop(): void;
}

type CardOutcome = SelfTestFault | null;

export function selfTest(options: SelfTestOptions): SelfTest {
  const { tell, timing, log } = options;
  let run: AbortController | undefined;
  let cardDone: (outcome: CardOutcome) => void = () => undefined;
  let soundDone: (said: SoundPlayed) => void = () => undefined;
  let troubleSeen = false;
  // A reader tells of a card once, however long it lies there, and not again after a blink.
  let testCardLies = false;

  const card = async (signal: AbortSignal): Promise<CardOutcome> => {
    const { reader, testCards } = options;
    if (reader === undefined) return 'no-reader';
    if (!reader.state.ready) return 'reader-away';
    if (testCards.length === 0) return 'no-test-card';
    if (testCardLies) return null;
    troubleSeen = false;
    const laid = new Promise<CardOutcome>((resolve) => void (cardDone = resolve));
    const tooLate = within(timing.testCard, signal).then((): CardOutcome =>
      troubleSeen ? 'card-unreadable' : 'no-card',
    );
    return Promise.race([laid, tooLate]);
  };

  const sound = async (runId: string, signal: AbortSignal): Promise<CardOutcome> => {
    if (!options.pageIsThere()) return 'no-page';
    const heard = new Promise<CardOutcome>((resolve) => {
      soundDone = (said) => {
        if (said.runId === runId) resolve(said.played ? null : (said.fault ?? 'no-sound'));
      };
    });
    tell({ type: 'self-test.speak', runId });
    return Promise.race([heard, within(timing.testSound, signal).then((): CardOutcome => 'no-sound')]);
  };

  const all = async (runId: string, signal: AbortSignal): Promise<void> => {
    const say = async (part: SelfTestReport['part'], fault: CardOutcome): Promise<void> => {
      log('self-test', { part, fault });
      if (!signal.aborted) await options.report({ runId, part, fault });
    };
    if (options.inUse()) {
      for (const part of ['card', 'print', 'speak'] as const) await say(part, 'in-use');
      return;
    }
    tell({ type: 'self-test.changed', running: true });
    const slip = testSlip(options.place, options.now());
    await Promise.all([
      card(signal).then((fault) => say('card', fault)),
      printTest(options.prints, { runId, slip, within: within(timing.testPrint, signal) }).then((fault) =>
        say('print', fault),
      ),
      sound(runId, signal).then((fault) => say('speak', fault)),
    ]);
  };

  return {
    start({ runId, until }) {
      // Told late, after the line was cut: its time is over by the hub's clock, whatever this machine's says.
      if ((options.hubNow() ?? 0) > Date.parse(until)) return;
      run?.abort();
      const mine = new AbortController();
      run = mine;
      void all(runId, mine.signal)
        .catch(() => log('self-test broke off'))
        .finally(() => {
          if (run !== mine) return;
          run = undefined;
          tell({ type: 'self-test.changed', running: false });
        });
    },
    takesCard(number) {
      if (!options.testCards.includes(number)) return false;
      testCardLies = true;
      cardDone(null);
      return true;
    },
    cardLeft: () => void (testCardLies = false),
    cardTrouble: () => void (troubleSeen = true),
    patientCame: () => cardDone('in-use'),
    spoken: (said) => soundDone(said),
    stop() {
      run?.abort();
      // Nobody is there any more to be told.
      run = undefined;
    },
  };
}

const problemFaults = {
  'paper-out': 'paper-out',
  'cover-open': 'cover-open',
  offline: 'printer-offline',
  fault: 'printer-fault',
  silent: 'printer-silent',
} as const satisfies Record<NonNullable<PrintJob['problem']>, SelfTestFault>;

/** Puts the test slip on paper by the way of all slips. */
async function printTest(
  prints: PrintQueue | undefined,
  test: { readonly runId: string; readonly slip: ReturnType<typeof testSlip>; readonly within: Promise<unknown> },
): Promise<CardOutcome> {
  if (prints === undefined) return 'no-printer';
  const key = `self-test-${test.runId}`;
  let stop = (): void => undefined;
  const ended = new Promise<PrintJob>((resolve) => {
    stop = prints.onChange((job) => job.key === key && isEnded(job) && resolve(job));
    const taken = prints.enqueue({ key, ticketId: key, slip: test.slip });
    if (!taken.ok) resolve({ id: '', key, ticketId: key, state: 'refused', problem: 'fault' });
    else if (isEnded(taken.job)) resolve(taken.job);
  });
  const job = await Promise.race([ended, test.within.then(() => undefined)]);
  stop();
  if (job === undefined || job.state === 'unknown') return 'printer-silent';
  return job.state === 'printed' ? null : problemFaults[job.problem ?? 'fault'];
}

function isEnded({ state }: PrintJob): boolean {
  return state !== 'queued' && state !== 'printing';
}

/** Resolves after so many milliseconds, or at once when the run is over. */
async function within(milliseconds: number, signal: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
}
