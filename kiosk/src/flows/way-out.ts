import type { ScreenView } from './screen-view.ts';

/** Screens of the errand of finding a way: one goes back to the list, to the welcome screen or to the visit. */
const finding = ['find-way', 'way-places', 'way-search', 'way-looking', 'way', 'no-way'];

/** What stands at the bottom left: the way home, the way back, or nothing where a terminal is at home. */
export function wayOut({ screen }: ScreenView): 'home' | 'back' | 'none' {
  if (screen === 'starting' || screen === 'welcome' || screen === 'out-of-service') return 'none';
  const inTheMiddle = ['other-steps', 'typing', 'staff-approval', 'somebody-else', ...finding].includes(screen);
  return inTheMiddle ? 'back' : 'home';
}
