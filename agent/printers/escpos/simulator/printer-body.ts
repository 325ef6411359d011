/** What can be told to go wrong; each is off until set. */
export interface SimulatorFaults {
  /** Takes bytes, prints nothing, answers nothing. */
  readonly dead: boolean;
  /** Prints, but answers nothing. */
  readonly mute: boolean;
  /** Answers DLE EOT, never GS r. */
  readonly noConfirmation: boolean;
  /** Hangs up after so many more bytes; the rest of the job is lost. */
  readonly hangUpAfter: number | null;
  /** Bits turned over in every answer to DLE EOT, as by a clone that speaks a dialect. */
  readonly wrongBits: number;
  /** Sends automatic status without being asked to. */
  readonly chatty: boolean;
}

export const noFaults: SimulatorFaults = {
  dead: false,
  mute: false,
  noConfirmation: false,
  hangUpAfter: null,
  wrongBits: 0,
  chatty: false,
};

/** Paper, cover, cutter and panel of the machine, and the status bytes they show in. */
export class PrinterBody {
  paperLeftMm: number;
  coverOpen = false;
  cutterJammed = false;
  switchedOffline = false;
  readonly #nearEndMm: number;

  constructor({ paperLeftMm, nearEndMm }: { readonly paperLeftMm: number; readonly nearEndMm: number }) {
    this.paperLeftMm = paperLeftMm;
    this.#nearEndMm = nearEndMm;
  }

  get paper(): 'ok' | 'near-end' | 'out' {
    if (this.paperLeftMm <= 0) return 'out';
    return this.paperLeftMm <= this.#nearEndMm ? 'near-end' : 'ok';
  }

  get ready(): boolean {
    return this.paper !== 'out' && !this.coverOpen && !this.cutterJammed && !this.switchedOffline;
  }

  takePaper(mm: number): void {
    this.paperLeftMm = Math.max(0, this.paperLeftMm - mm);
  }

  /** Answer to DLE EOT n, 1 to 4. */
  realTime(n: number): number {
    const out = this.paper === 'out';
    const near = this.paper !== 'ok';
    switch (n) {
      case 1:
        return 0x12 | bit(0x08, !this.ready);
      case 2:
        return 0x12 | bit(0x04, this.coverOpen) | bit(0x20, out) | bit(0x40, this.cutterJammed);
      case 3:
        return 0x12 | bit(0x08, this.cutterJammed);
      default:
        return 0x12 | bit(0x0c, near) | bit(0x60, out);
    }
  }

  /** Answer to GS r 1. */
  paperSensor(): number {
    return bit(0x03, this.paper !== 'ok') | bit(0x0c, this.paper === 'out');
  }

  /** The four bytes of GS a. */
  automatic(): Uint8Array {
    return Uint8Array.of(
      0x10 | bit(0x08, !this.ready) | bit(0x20, this.coverOpen),
      bit(0x08, this.cutterJammed),
      this.paperSensor(),
      0,
    );
  }
}

function bit(mask: number, on: boolean): number {
  return on ? mask : 0;
}
