import { createContext } from 'svelte';

/** How much a panel has room for; what only moves or hides by it asks the attribute `data-room` instead. */
export type Room = 'little' | 'enough';

export const [getRoom, setRoom] = createContext<() => Room>();
