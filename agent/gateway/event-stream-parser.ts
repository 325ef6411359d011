/** One server-sent event. */
export interface StreamedEvent {
  readonly id: string | undefined;
  readonly name: string;
  readonly data: string;
}

/** No event of the hub comes near this; more without an end is not our hub. Characters. */
const longest = 256 * 1024;

/** Takes server-sent events out of a stream of text as it arrives, split anywhere. Line ends as our hub writes them. */
export class EventStreamParser {
  #rest = '';

  /** The events that are complete by now. Throws on an event without an end. */
  take(text: string): StreamedEvent[] {
    const blocks = (this.#rest + text).split('\n\n');
    this.#rest = blocks.pop() ?? '';
    if (this.#rest.length > longest) throw new Error('an event of the feed has no end');
    return blocks.flatMap((block) => eventOf(block) ?? []);
  }
}

/** Undefined for comments and for `retry`. */
function eventOf(block: string): StreamedEvent | undefined {
  const lines = block.split('\n');
  const field = (name: string): string | undefined =>
    lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  const name = field('event');
  return name === undefined ? undefined : { id: field('id'), name, data: field('data') ?? '' };
}
