/** What fingers did, in shares of the picture: a drag, a pinch (below 1: nearer), a tap from its upper left corner. */
export type Gesture =
  | { readonly kind: 'drag'; readonly x: number; readonly y: number }
  | { readonly kind: 'pinch'; readonly factor: number }
  | { readonly kind: 'tap'; readonly x: number; readonly y: number };

/** Of a pointer event, what a gesture is made of. CSS pixels. */
export interface Touch {
  readonly pointerId: number;
  readonly clientX: number;
  readonly clientY: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A finger that trembles is no drag. CSS pixels. */
const tremble = 8;

/** Fingers on a picture: one drags, two pinch, a short touch of one is a tap. */
export class Fingers {
  readonly #down = new Map<number, Touch>();
  #hasMoved = false;

  press(touch: Touch): void {
    this.#hasMoved = this.#down.size > 0;
    this.#down.set(touch.pointerId, touch);
  }

  move(touch: Touch, box: Box): Gesture | null {
    const before = this.#down.get(touch.pointerId);
    if (before === undefined) return null;
    const [dx, dy] = [touch.clientX - before.clientX, touch.clientY - before.clientY];
    if (!this.#hasMoved && Math.hypot(dx, dy) < tremble) return null;
    this.#hasMoved = true;
    this.#down.set(touch.pointerId, touch);
    const other = [...this.#down.values()].find(({ pointerId }) => pointerId !== touch.pointerId);
    if (other === undefined) return { kind: 'drag', x: dx / box.width, y: dy / box.height };
    return { kind: 'pinch', factor: apart(before, other) / Math.max(1, apart(touch, other)) };
  }

  lift(touch: Touch, box: Box): Gesture | null {
    const wasDown = this.#down.delete(touch.pointerId);
    if (!wasDown || this.#hasMoved || this.#down.size > 0) return null;
    return { kind: 'tap', x: (touch.clientX - box.left) / box.width, y: (touch.clientY - box.top) / box.height };
  }

  /** The system took the finger away: nothing was meant. */
  cancel(touch: Touch): void {
    this.#down.delete(touch.pointerId);
  }
}

function apart(a: Touch, b: Touch): number {
  return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
}
