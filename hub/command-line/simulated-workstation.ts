/** An item without its place in time: the line that says it counts. */
export type SaidItem = { readonly kind: string; readonly ticket: string } & Readonly<Record<string, unknown>>;

interface Morning {
  readonly queue: string;
  readonly room: string;
  readonly patients: number;
}

const names = ['王建国', '李秀英', '欧阳明', '张伟', '刘洋', '单雄信', '陈静', '仇英', '赵敏', '孙丽'] as const;
/** Every third patient is called twice; every fifth does not come. */
const recallEvery = 3;
const missEvery = 5;

/** What a doctor does who calls one patient after the other from software of their own. */
export class SimulatedWorkstation {
  readonly #morning: Morning;
  readonly #day: string;
  #at = 0;
  #calls = 0;
  #serving: number | undefined;

  constructor(morning: Morning) {
    this.#morning = morning;
    this.#day = Date.now().toString(36);
  }

  /** All who wait when the morning begins. */
  arrivals(): readonly SaidItem[] {
    return Array.from({ length: this.#morning.patients }, (_, index) => ({
      kind: 'ticket',
      ticket: this.#ticket(index),
      queue: this.#morning.queue,
      label: `H${String(index + 1).padStart(2, '0')}`,
      state: 'waiting',
      rank: index + 1,
      patient: { name: names[index % names.length], sex: index % 2 === 0 ? 'male' : 'female' },
    }));
  }

  /** The next thing that happens; empty when everybody has been seen. */
  next(): readonly SaidItem[] {
    const serving = this.#serving;
    if (serving !== undefined && this.#calls === 1 && (serving + 1) % recallEvery === 0) return [this.#call(serving)];
    const end: SaidItem[] =
      serving === undefined
        ? []
        : [{ kind: (serving + 1) % missEvery === 0 ? 'missed' : 'finished', ticket: this.#ticket(serving) }];
    this.#serving = undefined;
    if (this.#at >= this.#morning.patients) return end;
    this.#calls = 0;
    this.#serving = this.#at;
    this.#at += 1;
    return [...end, this.#call(this.#serving)];
  }

  #call(index: number): SaidItem {
    this.#calls += 1;
    const ticket = this.#ticket(index);
    return { kind: 'call', ticket, call: `${ticket}-${this.#calls}`, room: this.#morning.room };
  }

  #ticket(index: number): string {
    return `${this.#day}-${index + 1}`;
  }
}
