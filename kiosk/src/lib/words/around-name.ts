/** A sentence around a name that is not heard in the hall. */
export interface AroundName {
  readonly before: string;
  /** Heard in the place of the name; left out where the sentence needs nothing there. */
  readonly heard?: string;
  readonly after: string;
}
