import type { DeskView } from '@lobby/hub/contract';

/** What is wrong with screens before anybody is called. `none`: the area has none. */
export interface ScreenTrouble {
  readonly kind: 'muted' | 'away' | 'none';
  readonly screens: readonly string[];
}

/**
 * What a screen has made of the call of now. `pending`: it has not shown it yet; `unshown`: nor will it, as it seems.
 * `at`: when it was shown; empty otherwise.
 */
export interface CallNews {
  readonly kind: 'shown' | 'pending' | 'unshown';
  readonly screen: string;
  readonly at: string;
}

/** How long a screen may take before the desk is told that it has not shown a call. Milliseconds. */
const showsWithin = 3_000;
/** After which a call counts as not shown; a desk hears of it within 10 s. Milliseconds. */
const givenUpAfter = 9_000;

export function screenTroubles({ screens }: Pick<DeskView, 'screens'>): readonly ScreenTrouble[] {
  if (screens.length === 0) return [{ kind: 'none', screens: [] }];
  const those = (kind: 'muted' | 'away'): ScreenTrouble => ({
    kind,
    screens: screens.filter(({ state }) => state === kind).map(({ screenId }) => screenId),
  });
  return [those('muted'), those('away')].filter((trouble) => trouble.screens.length > 0);
}

/** Screen by screen, those that have shown the call first. */
export function callNews(
  of: Pick<DeskView, 'serving' | 'screens'> & { readonly hubTime: number },
): readonly CallNews[] {
  const { serving, screens, hubTime } = of;
  if (serving === null) return [];
  const since = hubTime - Date.parse(serving.calledAt);
  const news = serving.expected.flatMap((screen): CallNews[] => {
    const shown = serving.shown.find(({ screenId }) => screenId === screen);
    if (shown !== undefined) return [{ kind: 'shown', screen, at: shown.at }];
    if (since > givenUpAfter) return [{ kind: 'unshown', screen, at: '' }];
    const isAway = screens.some(({ screenId, state }) => screenId === screen && state === 'away');
    return since > showsWithin && !isAway ? [{ kind: 'pending', screen, at: '' }] : [];
  });
  return news.toSorted((one, other) => Number(one.kind !== 'shown') - Number(other.kind !== 'shown'));
}

/** The screens on which nobody can see the call, where no other shows it either: it has to be called out loud. */
export function unseenOn(news: readonly CallNews[]): readonly string[] {
  if (news.some(({ kind }) => kind === 'shown')) return [];
  return news.filter(({ kind }) => kind === 'unshown').map(({ screen }) => screen);
}
