import type { Lane, Words } from '../../contract/index.ts';
import type { OrderTicket } from './ticket-in-order.ts';

/** A waiting ticket where it stands, and what put it there. */
export interface Placed<Ticket = OrderTicket> {
  readonly ticket: Ticket;
  readonly because: Because;
  /** How often it has been overtaken since its check-in. */
  readonly overtaken: number;
  /** Its call counts as one that the rules made: not an emergency, not a nurse's move. */
  readonly automatic: boolean;
}

type SideLane = Exclude<Lane, 'normal'>;

/** Why a ticket stands where it stands. `class`: name of its priority class. */
export type Because =
  | NormalReason
  /** `ahead`: how many are called before it. */
  | { readonly rule: 'lane'; readonly lane: SideLane; readonly ahead: number }
  | { readonly rule: 'end'; readonly lane: SideLane; readonly of: 'slot' | 'session' | 'last-minutes' }
  | { readonly rule: 'void'; readonly lane: SideLane }
  | { readonly rule: 'emergency'; readonly class: Words | null; readonly level: number }
  | { readonly rule: 'top'; readonly class: Words }
  | { readonly rule: 'share'; readonly class: Words; readonly others: number; readonly own: number }
  /** `of`: how many it was moved ahead of. */
  | { readonly rule: 'ahead'; readonly class: Words; readonly of: number }
  /** `most`: how often a ticket is overtaken at most; `overtaken`: how often it was, under an earlier bound perhaps. */
  | { readonly rule: 'fairness'; readonly most: number; readonly overtaken: number }
  | { readonly rule: 'moved' }
  /** An order that came from outside. */
  | { readonly rule: 'mirrored' };

/** Why a ticket of the normal lane stands where it stands. */
export type NormalReason =
  | {
      readonly rule: 'slot' | 'first';
      readonly kind: OrderTicket['kind'];
      readonly slotStart: string | null;
      /** Label of the one before it, of the same slot and kind, who checked in earlier; null for the first. */
      readonly after: string | null;
      /** Others of its slot and kind, who checked in later, stand behind it. */
      readonly beforeOthers: boolean;
      /** Tickets of the other kind stand in its slot, or with `first` anywhere in the lane. */
      readonly besideOtherKind: boolean;
    }
  | { readonly rule: 'check-in'; readonly after: string | null }
  | {
      readonly rule: 'mix';
      readonly kind: OrderTicket['kind'];
      readonly slotStart: string | null;
      readonly appointments: number;
      readonly walkIns: number;
    };
