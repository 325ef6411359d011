import { createContext, type Snippet } from 'svelte';

/** The control that speaks the screen, for whatever lays out a screen; undefined where nothing can be spoken. */
export const [getListening, setListening] = createContext<() => Snippet | undefined>();
