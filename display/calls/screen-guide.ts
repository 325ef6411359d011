import type { GuidePlan, GuideWay } from '@lobby/hub/contract';
import { createContext } from 'svelte';

/** What a screen knows of the building that it hangs in. */
export interface ScreenGuide {
  /** Null: no venue is published, or it has not come yet. */
  readonly plan: GuidePlan | null;
  /** What is up on the whole building's picture: where whoever looks at this screen looks to. */
  readonly heading: number;
  /** Whether the building is drawn, or its plan is. */
  readonly picture: 'building' | 'plan';
  readonly loadMesh: (levelId: string) => Promise<ArrayBuffer>;
  /** From this screen to a room; null: none is known, or not yet. */
  wayTo(roomId: string): GuideWay | null;
}

const [screenGuide, provideScreenGuide] = createContext<() => ScreenGuide | null>();

/** For the parts of a screen: the building, where there is one. */
export { provideScreenGuide, screenGuide };
