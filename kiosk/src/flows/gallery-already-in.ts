import { sampleTicket } from './sample-visit.ts';
import { noGlance } from './way/sample-way.ts';
import type { ScreenView } from './screen-view.ts';

export type AlreadyIn = Extract<ScreenView, { screen: 'already-checked-in' }>;

/** Somebody who is checked in already, as the gallery shows it. */
export function alreadyIn(of: Partial<Omit<AlreadyIn, 'screen'>>): AlreadyIn {
  return {
    screen: 'already-checked-in',
    ticket: sampleTicket,
    paper: 'printed',
    canPrint: true,
    others: false,
    forSelf: true,
    glance: noGlance,
    ...of,
  };
}
