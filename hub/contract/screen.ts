import type { PanelProfile, Playlist, Screen, ScreenSound } from '@lobby/config';
import type { BoardKind } from './board.ts';
import type { Words } from './words.ts';

export type ScreenLanguage = 'zh' | 'en';

/** What one screen is and how it is to look and sound: sent with its page, never from a browser. */
export interface ScreenSettings {
  readonly screenId: string;
  readonly kind: BoardKind;
  /** The service whose words it uses; null on other kinds. */
  readonly service: Extract<Screen, { kind: 'service' }>['service'] | null;
  readonly name: Words;
  readonly panel: PanelProfile;
  /** IANA time zone of the site. */
  readonly timeZone: string;
  /** Languages shown, the first one largest. */
  readonly languages: readonly ScreenLanguage[];
  readonly sound: ScreenSound;
  readonly playlist: Playlist['entries'];
  /** How it shows the way. */
  readonly guide: Screen['guide'];
  /** Stands for all of the above: equal to that of the board as long as nothing has changed. */
  readonly version: string;
}
