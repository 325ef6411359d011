import { createContext } from 'svelte';

/** How a terminal shows the way: the building in space, its flat plan, or the words alone. */
export type GuidePicture = 'building' | 'plan' | 'none';

export const [getGuidePicture, setGuidePicture] = createContext<() => GuidePicture>();
