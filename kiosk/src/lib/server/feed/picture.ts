/** A board or a desk's view: whatever is sent whole. */
export interface Picture {
  readonly sequence: number;
}

/** A picture as it goes out, made once for all who follow. */
export interface PictureFrame {
  readonly sequence: number;
  readonly bytes: Uint8Array;
}

/** How soon after one picture the next may follow. Milliseconds. */
const gaps = { prompt: { call: 25, other: 100 }, calm: { call: 1000, other: 1000 } } as const;
/** How old a picture may be to be handed to one who joins. Milliseconds. */
const freshFor = 1000;
/** How soon a picture that could not be made is tried again. Milliseconds. */
const retryAfter = 5000;

export interface PictureOptions {
  readonly load: () => Promise<Picture | undefined>;
  readonly encode: (picture: Picture) => Uint8Array;
  readonly send: (frame: PictureFrame) => void;
  readonly onFault: (error: unknown) => void;
  /** Milliseconds, from any start. */
  readonly now: () => number;
  /** How closely a picture follows what happens; prompt unless given. */
  readonly pace?: keyof typeof gaps;
}

/**
 * Makes the picture of a channel once for all its followers. The changes of a burst share a picture; one is being made
 * at a time, and a change during that time makes another, so that the last picture always holds the last change.
 */
export class PictureMaker {
  readonly #options: PictureOptions;
  #latest: { readonly frame: PictureFrame; readonly at: number } | undefined;
  #making: Promise<void> | undefined;
  #another: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = Infinity;
  #changed = false;
  #stopped = false;

  constructor(options: PictureOptions) {
    this.#options = options;
  }

  get latest(): PictureFrame | undefined {
    return this.#latest?.frame;
  }

  /** Something has changed: sends a picture to all now, or as soon as the gap to the last one allows. */
  refresh(kind: 'call' | 'other'): void {
    this.#changed = true;
    const now = this.#options.now();
    const gap = gaps[this.#options.pace ?? 'prompt'][kind];
    const due = Math.max(now, (this.#latest?.at ?? -Infinity) + gap);
    if (this.#stopped || due >= this.#due) return;
    clearTimeout(this.#timer);
    this.#due = due;
    if (due > now) this.#timer = setTimeout(() => void this.#make(), due - now);
    else void this.#make();
  }

  /** A picture that holds everything up to `sequence`, for one who joins; undefined when there is none. */
  async holding(sequence: number): Promise<PictureFrame | undefined> {
    const known = this.#latest;
    const young = known !== undefined && this.#options.now() - known.at < freshFor;
    if (!young || known.frame.sequence < sequence) await this.#make();
    return this.#latest?.frame;
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #make(): Promise<void> {
    clearTimeout(this.#timer);
    this.#due = Infinity;
    if (this.#making === undefined) {
      this.#making = this.#draw().finally(() => void (this.#making = undefined));
      return this.#making;
    }
    // What is being made may have been read before the change: make one more after it.
    this.#another ??= this.#making.then(() => {
      this.#another = undefined;
      return this.#make();
    });
    return this.#another;
  }

  async #draw(): Promise<void> {
    const tellAll = this.#changed;
    this.#changed = false;
    try {
      const picture = await this.#options.load();
      if (picture === undefined || this.#stopped) return;
      const frame = { sequence: picture.sequence, bytes: this.#options.encode(picture) };
      this.#latest = { frame, at: this.#options.now() };
      if (tellAll) this.#options.send(frame);
    } catch (error) {
      this.#options.onFault(error);
      if (tellAll) this.#tryAgain();
    }
  }

  /** The change that this picture was to show still has to be shown. */
  #tryAgain(): void {
    this.#changed = true;
    if (this.#stopped || this.#due !== Infinity) return;
    this.#due = this.#options.now() + retryAfter;
    this.#timer = setTimeout(() => void this.#make(), retryAfter);
  }
}
