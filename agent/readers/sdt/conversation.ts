import type { ByteStream } from '../../transport/byte-stream.ts';
import type { Timers } from '../../transport/timers.ts';
import { statusBytes } from './constants.ts';
import { FrameParser, type ParserEvent } from './parser.ts';
import { describeStatus, isDisturbedRequest } from './status.ts';
import type { SdtRequest } from './writer.ts';

/** What became of a question. `silent`: nothing came; `garbled`: bytes came and no answer; `down`: no line. */
export type Answer =
  | { readonly ok: true; readonly code: number; readonly data: Uint8Array }
  | { readonly ok: false; readonly reason: 'silent' | 'garbled' | 'down'; readonly detail: string };

/** Deadlines of a reply in milliseconds. */
export interface ReplyDeadlines {
  /** From the request to the last byte. */
  readonly whole: number;
  /** Between two bytes of a frame: longer means that the rest will not come. */
  readonly gap: number;
  /** Quiet after a broken frame, so that its remains are not taken for the next reply. */
  readonly settle: number;
}
export const usualDeadlines: ReplyDeadlines = { whole: 5000, gap: 1500, settle: 150 };

/** Counts and reasons of what the line brought that was no answer; never its content. */
export type ReportRubbish = (line: string) => void;

export interface ConversationOptions {
  readonly stream: ByteStream;
  readonly timers: Timers;
  readonly deadlines: ReplyDeadlines;
  readonly report: ReportRubbish;
}

const troubles = {
  noise: 'noise',
  length: 'impossible length',
  checksum: 'wrong checksum',
  unfinished: 'unfinished frame',
} as const;

interface Pending {
  readonly request: SdtRequest;
  readonly settle: (answer: Answer) => void;
  complaint: string | null;
}

/** Questions and answers with one reader, one at a time. */
export class Conversation {
  readonly #options: ConversationOptions;
  readonly #parser = new FrameParser();
  readonly #unlisten: readonly (() => void)[];
  readonly #deadlines = new Map<string, () => void>();
  #pending: Pending | null = null;

  constructor(options: ConversationOptions) {
    this.#options = options;
    this.#unlisten = [
      options.stream.onBytes((bytes) => this.#hear(bytes)),
      options.stream.onState((state) => {
        if (!state.open) this.#finish({ ok: false, reason: 'down', detail: state.why });
      }),
    ];
  }

  /** Asks, and asks again up to `tries` times while the answer is garbled. */
  async ask(request: SdtRequest, tries = 1): Promise<Answer> {
    const answer = await this.#askOnce(request);
    const again = tries > 1 && (answer.ok ? isDisturbedRequest(answer.code) : answer.reason === 'garbled');
    return again ? this.ask(request, tries - 1) : answer;
  }

  close(): void {
    for (const unlisten of this.#unlisten) unlisten();
    this.#finish({ ok: false, reason: 'down', detail: 'closed' });
  }

  async #askOnce(request: SdtRequest): Promise<Answer> {
    const { stream, deadlines } = this.#options;
    if (!stream.state.open) return { ok: false, reason: 'down', detail: stream.state.why };
    this.#note(this.#parser.clear());
    const answered = Promise.withResolvers<Answer>();
    this.#pending = { request, settle: answered.resolve, complaint: null };
    this.#arm('head', request.headWithin);
    this.#arm('whole', deadlines.whole);
    stream.write(request.bytes).catch((error: unknown) => {
      const detail = error instanceof Error ? error.message : String(error);
      this.#finish({ ok: false, reason: 'down', detail });
    });
    return answered.promise;
  }

  #hear(bytes: Uint8Array): void {
    this.#take(this.#parser.push(bytes));
    if (this.#pending === null) return;
    if (this.#deadlines.has('settle')) this.#arm('settle', this.#options.deadlines.settle);
    if (this.#parser.inFrame) {
      this.#disarm('head');
      this.#arm('gap', this.#options.deadlines.gap);
    } else {
      this.#disarm('gap');
    }
  }

  #take(events: readonly ParserEvent[]): void {
    this.#note(events);
    for (const event of events) {
      if (event.type === 'frame') this.#weigh(event.body);
      else this.#complain(troubles[event.why], event.why === 'noise' ? 'loose' : 'broken');
    }
  }

  /** Is this frame the answer? An echo of the request, a late or a shortened reply is not. */
  #weigh(body: Uint8Array): void {
    const [, , code] = body;
    const data = body.subarray(statusBytes);
    if (code === undefined) return this.#complain('a frame without status', 'misfit');
    if (this.#pending === null) return this.#options.report(`reply nobody asked for: ${describeStatus(code)}`);
    if (!this.#pending.request.fits(code, data.length)) {
      return this.#complain(`reply does not fit: ${describeStatus(code)}, ${data.length} bytes`, 'misfit');
    }
    this.#finish({ ok: true, code, data });
  }

  /** Remembers what was wrong. After a broken frame only a short quiet is waited for; after a misfit, the real reply. */
  #complain(what: string, kind: 'loose' | 'broken' | 'misfit'): void {
    if (this.#pending === null) return;
    this.#pending.complaint = what;
    if (kind === 'broken') this.#arm('settle', this.#options.deadlines.settle);
    if (kind === 'misfit') this.#arm('head', this.#pending.request.headWithin);
  }

  #arm(name: 'head' | 'gap' | 'settle' | 'whole', ms: number): void {
    this.#disarm(name);
    this.#deadlines.set(
      name,
      this.#options.timers.after(ms, () => this.#expire()),
    );
  }

  #disarm(name: string): void {
    this.#deadlines.get(name)?.();
    this.#deadlines.delete(name);
  }

  #expire(): void {
    this.#take(this.#parser.giveUp());
    const pending = this.#pending;
    if (pending === null) return;
    const { name } = pending.request;
    this.#finish(
      pending.complaint === null
        ? { ok: false, reason: 'silent', detail: `no answer to ${name}` }
        : { ok: false, reason: 'garbled', detail: `no good answer to ${name}: ${pending.complaint}` },
    );
  }

  #finish(answer: Answer): void {
    const pending = this.#pending;
    this.#pending = null;
    for (const disarm of this.#deadlines.values()) disarm();
    this.#deadlines.clear();
    pending?.settle(answer);
  }

  #note(events: readonly ParserEvent[]): void {
    for (const event of events) {
      if (event.type === 'rubbish') this.#options.report(`${event.bytes} bytes of rubbish: ${event.why}`);
    }
  }
}
