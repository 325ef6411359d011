/** What speaks a screen; its sentences come from the hub. */
export interface Voice {
  /** `unable`: the last sentence could not be had or played. */
  readonly state: 'quiet' | 'speaking' | 'unable';
  /** Speaks what stands on a screen; whatever is being said ends. */
  speak(screen: Element): void;
  stop(): void;
}
