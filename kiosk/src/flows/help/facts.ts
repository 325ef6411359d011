import type { AgentEvent, HelpErrand, HelpStatus } from '@lobby/hub/contract';

/** Asks for somebody to come. The key belongs to the press: asked again, it is the same press. */
export interface HelpWish {
  readonly key: string;
  readonly errand: HelpErrand;
}

/** Says that nobody need come any more. */
export interface HelpWithdrawal {
  readonly key: string;
  readonly requestId: string;
}

export interface HelpInput {
  /** Makes a key; a new one for each press. */
  readonly newKey: () => string;
}

export interface HelpContext extends HelpInput {
  readonly wish: HelpWish | null;
  /** What the hub last said; null: no help is wanted here. */
  readonly status: HelpStatus | null;
  readonly withdrawalKey: string;
  /** Whether whoever asked may still stand here. `leaving`: their visit is over, and nobody else can have come yet. */
  readonly asker: 'here' | 'leaving' | 'gone';
}

export type HelpEvent =
  | { readonly type: 'patient.askedForHelp'; readonly errand: HelpErrand }
  | { readonly type: 'patient.withdrewHelp' }
  /** The sheet about the help that is on its way is opened, or put away. */
  | { readonly type: 'patient.lookedAtHelp' }
  | { readonly type: 'patient.leftHelp' }
  /** The visit of whoever stood here is over; then the terminal is there for whoever comes. */
  | { readonly type: 'visit.over' }
  | { readonly type: 'place.free' }
  | Extract<AgentEvent, { type: 'help.changed' }>;

/** What a touch that concerns help can mean. */
export type HelpIntent = Extract<HelpEvent, { type: `patient.${string}` }>;

/**
 * Help as a terminal shows it, beside whatever screen stands there. `nobody`: nobody could be told; `nobody-came`: those
 * who were told did not come. `open`: the sheet about it is open. `earlier-…`: somebody before asked for it; whoever
 * stands here now has not, and may.
 */
export type HelpView =
  | { readonly help: 'none' }
  | { readonly help: 'asking' }
  | { readonly help: 'waiting' | 'more-told' | 'taken' | 'arrived'; readonly open: boolean }
  | { readonly help: 'earlier-told' | 'earlier-taken' | 'earlier-arrived' }
  | { readonly help: 'nobody' | 'nobody-came' };
