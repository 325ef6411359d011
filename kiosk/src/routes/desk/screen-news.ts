import type { DeskView } from '@lobby/hub/contract';

/** What a desk must know of the screens. `pending`: a connected screen has not shown the call in time. */
export interface ScreenNews {
  readonly kind: 'shown' | 'pending' | 'muted' | 'away' | 'none';
  readonly screen: string;
  /** When it was shown; empty otherwise. */
  readonly at: string;
}

/** How long a screen may take before the desk is told that it has not shown a call. Milliseconds. */
const showsWithin = 3_000;

/** Warnings first: who is away or mute; then, for the call of now, who has shown it and who has not. */
export function screenNews(of: Pick<DeskView, 'serving' | 'screens'> & { readonly hubTime: number }): ScreenNews[] {
  const { serving, screens, hubTime } = of;
  if (screens.length === 0) return [{ kind: 'none', screen: '', at: '' }];
  const warnings = screens.flatMap(({ screenId, state }) =>
    state === 'on' ? [] : [{ kind: state, screen: screenId, at: '' }],
  );
  if (serving === null) return warnings;
  const late = hubTime - Date.parse(serving.calledAt) > showsWithin;
  const ofCall = screens.flatMap(({ screenId, state }): ScreenNews[] => {
    const shown = serving.shown.find((each) => each.screenId === screenId);
    if (shown !== undefined) return [{ kind: 'shown', screen: screenId, at: shown.at }];
    return late && state !== 'away' ? [{ kind: 'pending', screen: screenId, at: '' }] : [];
  });
  return [...warnings, ...ofCall];
}

/** What concerns the call of now; the rest are warnings about the screens themselves. */
export function isOfCall({ kind }: ScreenNews): boolean {
  return kind === 'shown' || kind === 'pending';
}
