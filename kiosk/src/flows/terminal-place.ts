import type { Words } from '@lobby/hub/contract';
import type { IdentificationRules } from './visit/ways/facts.ts';
import type { PanelPicture } from '#lib/panel/panel-sizes.ts';

/** Which terminal this is and where it stands. */
export interface TerminalPlace {
  readonly terminalId: string;
  readonly terminal: Words;
  readonly hospital: Words;
  readonly place: Words;
  readonly panel: PanelPicture;
  /** How the way is shown on it. */
  readonly guide: 'building' | 'plan' | 'none';
  readonly timeZone: string;
  readonly endsWhenCardIsTaken: boolean;
  /** Loudness of a terminal that speaks, 0 to 1; at 0 it does not offer to. */
  readonly volume: number;
  readonly identification: IdentificationRules;
}
