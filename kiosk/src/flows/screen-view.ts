import type {
  Agenda,
  CardTrouble,
  FileChoice,
  GuideEnd,
  GuidePlace,
  GuidePlan,
  GuideWay,
  Step,
  TicketPaper,
  TicketView,
  VisitRefusal,
  WalkProfile,
  Words,
} from '@lobby/hub/contract';
import type { Mode } from '#lib/panel/mode.ts';
import type { Language } from '#lib/words/language.ts';
import type { PaperTrouble, RepeatableRefusal, SettledRefusal } from './check-in/facts.ts';
import type { Intent } from './visit/facts.ts';
import type { NoWayReason } from './way/facts.ts';
import type { Glance } from './way/glance.ts';
import type { Alternative, Typing, TypingProblem, Way } from './visit/ways/facts.ts';

/** Everything that can be on a terminal's screen, with exactly the data that this screen shows. */
export type ScreenView =
  | { readonly screen: 'starting' }
  | { readonly screen: 'out-of-service'; readonly why: 'agent' | 'hub' | 'reader' }
  /** `awaySince`: instant since which the hospital system has not answered; left out: it does, for all that is known. */
  /** `reader`: ID cards can be read. `paper`: a ticket can be printed. `cardLeft`: somebody's card lies on the reader. */
  | {
      readonly screen: 'welcome';
      readonly reader: boolean;
      readonly paper: boolean;
      readonly cardLeft: boolean;
      /** What else than a card on the reader one can be known by here. */
      readonly ways: readonly Way[];
      /** There is a map, and places can be found on it. */
      readonly finds: boolean;
      readonly awaySince?: string;
    }
  | { readonly screen: 'identifying'; readonly slow: boolean; readonly presented: 'card' | 'code' }
  | { readonly screen: 'card-trouble'; readonly trouble: CardTrouble }
  /** `mayAct`: whoever showed the card may act for somebody who lies in hospital. */
  | {
      readonly screen: 'visit-refused';
      readonly reason: VisitRefusal;
      readonly mayAct?: true;
      readonly awaySince?: string;
    }
  /** `inpatients`: one may act for somebody who lies in hospital. One choice alone is there to be confirmed. */
  | { readonly screen: 'choose-patient'; readonly choices: readonly FileChoice[]; readonly inpatients: boolean }
  | { readonly screen: 'show-code' }
  | { readonly screen: 'show-card' }
  /** `reader`: this terminal reads passports. */
  | { readonly screen: 'show-passport'; readonly reader: boolean }
  | {
      readonly screen: 'typing';
      readonly typing: Typing;
      /** What stands there when the screen comes. */
      readonly text: string;
      readonly problem: TypingProblem | null;
      readonly others: readonly Alternative[];
      /** It may be scanned as well. */
      readonly scan?: boolean;
    }
  | { readonly screen: 'staff-approval'; readonly scanner: boolean; readonly problem: TypingProblem | null }
  | { readonly screen: 'somebody-else'; readonly maskedName: string; readonly inpatients: boolean }
  | { readonly screen: 'looking-up'; readonly slow: boolean }
  | { readonly screen: 'agenda-unavailable'; readonly awaySince?: string }
  | {
      readonly screen: 'next-step';
      readonly maskedName: string;
      readonly acting: Agenda['acting'];
      readonly step: Step;
      readonly others: readonly Step[];
      readonly glance: Glance;
    }
  | { readonly screen: 'other-steps'; readonly steps: readonly Step[] }
  /** `others`: there is more to do today; `forSelf`: nobody acts for the patient, as far as is known. */
  | {
      readonly screen: 'too-early';
      readonly step: Step;
      readonly opensAt: string;
      readonly others: boolean;
      readonly forSelf: boolean;
    }
  | { readonly screen: 'too-late'; readonly step: Step; readonly others: boolean; readonly forSelf: boolean }
  /** Waits no more, and may again: called and not come, or back from tests. */
  | {
      readonly screen: 'wait-again';
      readonly after: 'missed' | 'tests';
      readonly step: Step;
      readonly ticket: TicketView;
      readonly mayCheckIn: boolean;
      readonly others: boolean;
      readonly forSelf: boolean;
    }
  | { readonly screen: 'number-void'; readonly step: Step; readonly others: boolean; readonly forSelf: boolean }
  /** `paper`: whether the ticket lies on paper; `canPrint`: this terminal can print one now. */
  | {
      readonly screen: 'already-checked-in';
      readonly ticket: TicketView;
      readonly paper: TicketPaper;
      readonly canPrint: boolean;
      readonly others: boolean;
      readonly glance: Glance;
      readonly forSelf: boolean;
    }
  | {
      readonly screen: 'nothing-today';
      readonly maskedName: string;
      readonly acting: Agenda['acting'];
      readonly seen: boolean;
    }
  | { readonly screen: 'checking-in'; readonly step: Step; readonly slow: boolean }
  | {
      readonly screen: 'refused';
      readonly reason: Exclude<SettledRefusal, 'too-early' | 'too-late' | 'number-void'>;
      readonly clinic: Words;
    }
  | { readonly screen: 'uncertain'; readonly reason: RepeatableRefusal }
  | { readonly screen: 'printing'; readonly ticket: TicketView; readonly reprint: boolean }
  | {
      readonly screen: 'ticket-printed';
      readonly ticket: TicketView;
      readonly reprint: boolean;
      readonly cardPresent: boolean;
      readonly glance: Glance;
    }
  | {
      readonly screen: 'ticket-on-screen';
      readonly ticket: TicketView;
      readonly reprint: boolean;
      readonly trouble: PaperTrouble;
    }
  | {
      readonly screen: 'find-way';
      readonly stepFree: boolean;
      readonly categories: readonly { readonly id: string; readonly name: Words }[];
    }
  | { readonly screen: 'way-places'; readonly name: Words; readonly places: readonly GuidePlace[] }
  | {
      readonly screen: 'way-search';
      readonly query: string;
      readonly places: readonly GuidePlace[];
      readonly state: 'quiet' | 'looking' | 'failed';
    }
  | { readonly screen: 'way-looking' }
  /** `to`: as it was asked for. `plan`: null while it is not there. `changed`: it is another one by now. */
  | {
      readonly screen: 'way';
      readonly way: GuideWay;
      readonly to: GuideEnd;
      readonly plan: GuidePlan | null;
      readonly stepFree: boolean;
      readonly changed: boolean;
      readonly paper: 'none' | 'printing' | 'printed' | 'stuck';
      readonly canPrint: boolean;
    }
  /** `others`: who walks otherwise and has a way. */
  | {
      readonly screen: 'no-way';
      readonly reason: NoWayReason;
      readonly to: Words | null;
      readonly stepFree: boolean;
      readonly others: readonly WalkProfile[];
    }
  | { readonly screen: 'card-left' }
  | { readonly screen: 'farewell' };

export type ScreenName = ScreenView['screen'];

/** What every screen gets: its data, the language, the mode, the site's time zone, and where a touch goes. */
export interface ScreenProps<S extends ScreenName> {
  readonly view: Extract<ScreenView, { screen: S }>;
  readonly language: Language;
  /** In elder mode a screen keeps its layout and drops whatever merely explains. */
  readonly mode: Mode;
  /** True: a helper is on the way or there, and what counts down gives more time. */
  readonly helped: boolean;
  readonly timeZone: string;
  readonly send: (intent: Intent) => void;
}
