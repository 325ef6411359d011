/** Whether the browser lets this page play sound. */
export type SoundState = 'on' | 'muted';

/** What a screen can sound. Nothing here ever fails: a clip that cannot be played is simply over at once. */
export interface Loudspeaker {
  /** Fetches a clip ahead of need. */
  prepare(path: string): void;
  /** Ends when the chime has faded, or at once when muted. */
  chime(): Promise<void>;
  /** Ends with the clip, or at once when it cannot be played or was stopped. */
  speak(path: string): Promise<void>;
  /** Silences what is being played. */
  stop(): void;
}
