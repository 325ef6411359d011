import type { HelpErrand } from '@lobby/hub/contract';
import type { ScreenName } from '../screen-view.ts';

const errands: Readonly<Record<ScreenName, HelpErrand>> = {
  starting: 'starting-out',
  welcome: 'starting-out',
  'out-of-service': 'out-of-service',
  identifying: 'card',
  'card-trouble': 'card',
  'visit-refused': 'no-file',
  'choose-patient': 'whose-visit',
  'somebody-else': 'whose-visit',
  'show-code': 'card',
  'show-card': 'card',
  'show-passport': 'card',
  typing: 'card',
  'staff-approval': 'card',
  'looking-up': 'day-ahead',
  'agenda-unavailable': 'day-ahead',
  'next-step': 'check-in',
  'other-steps': 'day-ahead',
  'already-checked-in': 'day-ahead',
  'nothing-today': 'day-ahead',
  'wait-again': 'check-in',
  'number-void': 'not-possible',
  'too-early': 'not-possible',
  'too-late': 'not-possible',
  refused: 'not-possible',
  uncertain: 'unsure',
  'checking-in': 'check-in',
  printing: 'paper',
  'ticket-printed': 'paper',
  'ticket-on-screen': 'paper',
  'find-way': 'way',
  'way-places': 'way',
  'way-search': 'way',
  'way-looking': 'way',
  way: 'way',
  'no-way': 'way',
  'card-left': 'leaving',
  farewell: 'leaving',
};

/** What a patient is about while a screen stands there: all that a helper is told beforehand. */
export function errandOfScreen(screen: ScreenName): HelpErrand {
  return errands[screen];
}
