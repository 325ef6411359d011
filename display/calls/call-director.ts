import type { Board } from '@lobby/hub/contract';
import {
  advance,
  callSpoken,
  emptySequence,
  hasTurn,
  nextLook,
  nextToSpeak,
  takeBoard,
  turnsOf,
  withdrawCall,
  type CallSequence,
  type Turn,
} from './call-sequence.ts';
import type { Loudspeaker } from './loudspeaker.ts';

interface Surroundings {
  readonly loudspeaker: Loudspeaker;
  /** Milliseconds of a clock that never jumps. */
  readonly now: () => number;
  /** Runs something after a number of milliseconds; returns the way to call it off. */
  readonly after: (milliseconds: number, then: () => void) => () => void;
  readonly changed: (sequence: CallSequence) => void;
}

/** How often a call is spoken when no crowd waits. */
const rounds = 2;

/** Directs one screen: whose turn it is on the picture and in the loudspeaker, one after the other. */
export class CallDirector {
  readonly #around: Surroundings;
  #sequence = emptySequence;
  #speaking: Turn | undefined;
  #crowdChimed = false;
  #callOff: () => void = () => undefined;
  #stopped = false;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Takes in a board as it comes from the hub. */
  take(board: Board): void {
    const sequence = takeBoard(this.#sequence, board, this.#around.now());
    const isCrowd = sequence.showing?.kind === 'crowd';
    for (const turn of turnsOf(sequence))
      for (const path of isCrowd ? ticketClips(turn) : turn.call.speech) this.#around.loudspeaker.prepare(path);
    this.#change(sequence);
  }

  /** A call has been undone: it is neither shown nor spoken any more, whatever board comes next. */
  withdraw(callId: string): void {
    this.#change(withdrawCall(this.#sequence, callId, this.#around.now()));
  }

  stop(): void {
    this.#stopped = true;
    this.#callOff();
    this.#around.loudspeaker.stop();
  }

  #change(sequence: CallSequence): void {
    if (this.#stopped) return;
    const isNews = sequence !== this.#sequence;
    this.#sequence = sequence;
    if (sequence.showing?.kind !== 'crowd') this.#crowdChimed = false;
    if (isNews) this.#around.changed(sequence);
    this.#lookAgain();
    if (this.#speaking === undefined) void this.#speakNext();
    else if (!hasTurn(sequence, this.#speaking.key)) this.#around.loudspeaker.stop();
  }

  #lookAgain(): void {
    this.#callOff();
    const wait = (nextLook(this.#sequence) ?? 0) - this.#around.now();
    if (wait <= 0) return;
    this.#callOff = this.#around.after(wait, () => this.#change(advance(this.#sequence, this.#around.now())));
  }

  async #speakNext(): Promise<void> {
    const next = nextToSpeak(this.#sequence);
    if (next === undefined) return;
    this.#speaking = next.turn;
    await (next.brief ? this.#speakTicket(next.turn) : this.#speakInFull(next.turn));
    this.#speaking = undefined;
    this.#change(callSpoken(this.#sequence, next.turn.key, this.#around.now()));
  }

  async #speakInFull(turn: Turn): Promise<void> {
    await this.#around.loudspeaker.chime();
    for (let round = 0; round < rounds; round++) {
      if (round > 0 && this.#sequence.showing?.kind === 'crowd') return;
      for (const path of turn.call.speech) if (this.#maySpeak(turn)) await this.#around.loudspeaker.speak(path);
    }
  }

  // One chime opens a crowd; then ticket after ticket, once.
  async #speakTicket(turn: Turn): Promise<void> {
    if (!this.#crowdChimed) await this.#around.loudspeaker.chime();
    this.#crowdChimed = true;
    for (const path of ticketClips(turn)) if (this.#maySpeak(turn)) await this.#around.loudspeaker.speak(path);
  }

  #maySpeak(turn: Turn): boolean {
    return !this.#stopped && hasTurn(this.#sequence, turn.key);
  }
}

// A hub that has no clips of tickets alone gives the whole call in its first language: the ticket comes first in it.
function ticketClips({ call }: Turn): readonly string[] {
  return call.ticketSpeech ?? call.speech.slice(0, 1);
}
