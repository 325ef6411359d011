import type { SnapshotFrom } from 'xstate';
import type { ScreenView } from '../screen-view.ts';
import type { WayContext, WayScreen } from './facts.ts';
import type { wayMachine } from './machine.ts';

type WaySnapshot = SnapshotFrom<typeof wayMachine>;

/** The screen of the errand; undefined once it has ended. `canPrint`: this terminal has paper now. */
export function wayView(snapshot: WaySnapshot, canPrint: boolean): ScreenView | undefined {
  const screen = wayScreen(snapshot);
  const { context } = snapshot;
  switch (screen) {
    case 'find-way':
      return {
        screen,
        stepFree: context.stepFree,
        categories: (context.home?.categories ?? []).map(({ id, name }) => ({ id, name })),
      };
    case 'way-places':
      return placesView(context);
    case 'way-search':
      return { screen, query: context.query, places: context.found, state: searchState(snapshot) };
    case 'way':
      return context.way === null ? { screen: 'way-looking' } : shownView(snapshot, context.way, canPrint);
    case 'no-way':
      return {
        screen,
        reason: context.noWay,
        to: context.to?.name ?? null,
        stepFree: context.stepFree,
        others: context.profilesWithAWay,
      };
    case 'way-looking':
      return { screen };
    case undefined:
      return undefined;
  }
}

export function wayScreen(snapshot: WaySnapshot): WayScreen | undefined {
  return Object.values(snapshot.getMeta()).find((meta) => meta !== undefined)?.screen;
}

function placesView({ home, category }: WayContext): ScreenView {
  const listed = home?.categories.find(({ id }) => id === category);
  return { screen: 'way-places', name: listed?.name ?? { zh: '', en: '' }, places: listed?.places ?? [] };
}

function searchState(snapshot: WaySnapshot): 'quiet' | 'looking' | 'failed' {
  if (snapshot.hasTag('failed')) return 'failed';
  return snapshot.hasTag('looking') ? 'looking' : 'quiet';
}

function shownView(snapshot: WaySnapshot, way: NonNullable<WayContext['way']>, canPrint: boolean): ScreenView {
  const paper = (['printing', 'printed', 'stuck'] as const).find((tag) => snapshot.hasTag(tag)) ?? 'none';
  const { plan, stepFree, to } = snapshot.context;
  return {
    screen: 'way',
    way,
    to: to?.end ?? { of: 'place', id: way.to.id },
    plan,
    stepFree,
    changed: snapshot.hasTag('changed'),
    paper,
    canPrint,
  };
}
