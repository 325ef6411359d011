import type {
  AgentEvent,
  AskWay,
  GuideEnd,
  GuideHome,
  GuidePlace,
  GuidePlan,
  GuideWay,
  PlacesReply,
  PrintWay,
  SearchPlaces,
  WalkProfile,
  WayReply,
  Words,
} from '@lobby/hub/contract';
import type { Mode } from '#lib/panel/mode.ts';
import type { Language } from '#lib/words/language.ts';

export interface WayInput {
  /** Where to; null: whoever stands here says so. */
  readonly to: Goal | null;
  /** Wheelchair or pram: no stairs, no escalator. */
  readonly stepFree: boolean;
  readonly language: Language;
  readonly mode: Mode;
  /** True: a helper is on the way or there. */
  readonly helpComing: boolean;
  /** Makes a key; a new one for each slip. */
  readonly newKey: () => string;
}

export interface Goal {
  readonly end: GuideEnd;
  readonly name: Words;
}

type Refusal = Extract<WayReply, { ok: false }>;

/** Why there is no way on the screen. `unavailable`: nobody answered. */
export type NoWayReason = Refusal['reason'] | 'unavailable';

export interface WayContext extends WayInput {
  readonly home: GuideHome | null;
  /** The category whose places are listed. */
  readonly category: string | null;
  readonly query: string;
  readonly found: readonly GuidePlace[];
  readonly way: GuideWay | null;
  readonly plan: GuidePlan | null;
  readonly noWay: NoWayReason;
  readonly profilesWithAWay: readonly WalkProfile[];
  /** Of the slip that was asked for last. */
  readonly printKey: string;
  /** From which list the place was chosen: the way back leads there. */
  readonly chosenIn: 'category' | 'search';
  readonly outcome: WayOutput['outcome'];
}

/** How the errand ended: gone back to where it was begun, or done with. */
export interface WayOutput {
  readonly outcome: 'back' | 'finished';
}

/** What is asked of the hub, each by a request that the page provides. */
export interface WayRequests {
  readonly loadHome: { readonly input: undefined; readonly reply: GuideHome };
  readonly search: { readonly input: SearchPlaces; readonly reply: PlacesReply };
  readonly askWay: { readonly input: AskWay; readonly reply: WayReply };
  readonly loadPlan: { readonly input: { readonly version: string }; readonly reply: GuidePlan };
  readonly printWay: { readonly input: PrintWay };
}

/** What a touch on a screen of this errand can mean. */
export type WayIntent =
  | { readonly type: 'patient.switchedStepFree' }
  | { readonly type: 'patient.openedCategory'; readonly category: string }
  | { readonly type: 'patient.askedForSearch' }
  | { readonly type: 'patient.searched'; readonly text: string }
  | { readonly type: 'patient.chosePlace'; readonly place: GuidePlace }
  /** The notice that the way has changed was read; the new one is wanted. */
  | { readonly type: 'patient.tookNewWay' };

export type WayEvent =
  | WayIntent
  | { readonly type: 'patient.finished' }
  | { readonly type: 'patient.wentBack' }
  | { readonly type: 'patient.retried' }
  | { readonly type: 'patient.askedForPaper' }
  | { readonly type: 'patient.choseLanguage'; readonly language: Language }
  | { readonly type: 'patient.choseMode'; readonly mode: Mode }
  | { readonly type: 'help.noted'; readonly coming: boolean }
  | Extract<AgentEvent, { type: 'print.changed' | 'guide.changed' }>;

export type WayScreen = 'find-way' | 'way-places' | 'way-search' | 'way-looking' | 'way' | 'no-way';

/** How this person walks: the switch first, then the legs of whoever likes large letters. */
export function profileOf({ stepFree, mode }: Pick<WayInput, 'stepFree' | 'mode'>): WalkProfile {
  if (stepFree) return 'step-free';
  return mode === 'elder' ? 'elder' : 'default';
}

/** Whether two ways are walked alike, whatever else of the building has changed. */
export function isSameWay(one: GuideWay, other: GuideWay): boolean {
  const walked = ({ path, steps }: GuideWay): string => JSON.stringify([path, steps.map(({ words }) => words)]);
  return one.version === other.version || walked(one) === walked(other);
}
