import type { GuidePlan, GuideWay } from '@lobby/hub/contract';
import { createContext } from 'svelte';

/** From a screen to a room. `gone`: nobody can walk there now; `none`: nothing is known of it, or not yet. */
export type WayToRoom =
  { readonly of: 'way'; readonly way: GuideWay } | { readonly of: 'gone' } | { readonly of: 'none' };

/** What a screen knows of the building that it hangs in. */
export interface ScreenGuide {
  /** Null: no venue is published, or it has not come yet. */
  readonly plan: GuidePlan | null;
  /** What is up on the whole building's picture: where whoever looks at this screen looks to. */
  readonly heading: number;
  /** Whether the building is drawn, or its plan is. */
  readonly picture: 'building' | 'plan';
  readonly loadMesh: (levelId: string) => Promise<ArrayBuffer>;
  /** The floor on which this screen hangs, counted from the ground floor. */
  readonly ordinal: number;
  wayTo(roomId: string): WayToRoom;
}

const [screenGuide, provideScreenGuide] = createContext<() => ScreenGuide | null>();

/** For the parts of a screen: the building, where there is one. */
export { provideScreenGuide, screenGuide };
