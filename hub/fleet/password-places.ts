import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';
import { Tries, type TriesRule } from './tries.ts';

/** Where a password is typed: at an enrolled desk or terminal, else at a network address. */
export interface PasswordPlace {
  readonly kind: 'desk' | 'terminal' | 'address';
  readonly id: string;
}

const minute = 60_000;
/** One computer, before which one person sits at a time: twenty slips in ten minutes are no slips. */
const ofDevice: TriesRule = { wrong: 20, lockedFor: 5 * minute, within: 10 * minute };
/**
 * A whole hospital may have one address, and everybody logs in at eight o'clock: sixty people may mistype once each, and
 * the forty most hurried of them twice. Whoever tries one work number after another gets 20 tries a minute at most.
 */
const ofAddress: TriesRule = { wrong: 100, lockedFor: 5 * minute, within: 10 * minute };

/**
 * Wrong passwords by the place where they are typed, so that nobody tries one password at all work numbers. Right ones
 * are not counted, and give no fresh start: a thief may have a login of his own.
 */
export class PasswordPlaces {
  readonly #ofDevice: Tries;
  readonly #ofAddress: Tries;

  constructor(parts: { readonly store: Store; readonly clock: Clock }) {
    this.#ofDevice = new Tries({ ...parts, rule: ofDevice });
    this.#ofAddress = new Tries({ ...parts, rule: ofAddress });
  }

  /** Counts a try; true when nobody may try here now. */
  async count(place: PasswordPlace): Promise<boolean> {
    return (await this.#triesAt(place).count(countedAs(place))).locked;
  }

  /** The password was right. */
  takeBack(place: PasswordPlace): Promise<void> {
    return this.#triesAt(place).takeBack(countedAs(place));
  }

  #triesAt({ kind }: PasswordPlace): Tries {
    return kind === 'address' ? this.#ofAddress : this.#ofDevice;
  }
}

/** Longer than any work number that is looked for, so that nobody locks a place by logging in under its name. */
function countedAs({ kind, id }: PasswordPlace): string {
  return `passwords-at-${kind}:${id}`;
}

/** Nowhere in particular where no address is known. */
export function placeOfAddress(from: string | undefined): PasswordPlace | undefined {
  return from === undefined ? undefined : { kind: 'address', id: from };
}
