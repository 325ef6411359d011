import type { ScreenView } from './screen-view.ts';

/** What stands at the bottom left: the way home, the way back, or nothing where a terminal is at home. */
export function wayOut({ screen }: ScreenView): 'home' | 'back' | 'none' {
  if (screen === 'starting' || screen === 'welcome' || screen === 'out-of-service') return 'none';
  const inTheMiddle = ['other-steps', 'typing', 'staff-approval', 'somebody-else'].includes(screen);
  return inTheMiddle ? 'back' : 'home';
}
