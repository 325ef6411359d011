/**
 * What the pages of screens use and old boards behind doors lack: Chromium and Android's WebView from 88 on. Nothing that a
 * browser has is touched.
 */
export const lacking = {
  /** Of every array. */
  array: {
    at<T>(this: readonly T[], index: number): T | undefined {
      return this[index < 0 ? this.length + index : index];
    },
    findLast<T>(this: readonly T[], isIt: (item: T, index: number) => boolean): T | undefined {
      return this[lastIndexOf(this, isIt)];
    },
    findLastIndex<T>(this: readonly T[], isIt: (item: T, index: number) => boolean): number {
      return lastIndexOf(this, isIt);
    },
    toReversed<T>(this: readonly T[]): T[] {
      return [...this].reverse();
    },
    toSorted<T>(this: readonly T[], compare?: (one: T, other: T) => number): T[] {
      return [...this].sort(compare);
    },
  },
  object: {
    hasOwn: (object: object, key: PropertyKey): boolean => Object.prototype.hasOwnProperty.call(object, key),
  },
  map: {
    groupBy<Key, Item>(items: Iterable<Item>, keyOf: (item: Item, index: number) => Key): Map<Key, Item[]> {
      const groups = new Map<Key, Item[]>();
      for (const [index, item] of [...items].entries()) {
        const key = keyOf(item, index);
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [item]);
        else group.push(item);
      }
      return groups;
    },
  },
  abortSignal: {
    timeout(milliseconds: number): AbortSignal {
      const controller = new AbortController();
      setTimeout(() => controller.abort(new DOMException('It took too long', 'TimeoutError')), milliseconds);
      return controller.signal;
    },
  },
};

/** Not by `findLast`, which may be what is missing. */
function lastIndexOf<T>(items: readonly T[], isIt: (item: T, index: number) => boolean): number {
  for (let index = items.length - 1; index >= 0; index -= 1) if (isIt(items[index] as T, index)) return index;
  return -1;
}

/** To be called before anything else of a page runs. */
export function fillIn(): void {
  give(Array.prototype, lacking.array);
  give(Object, lacking.object);
  give(Map, lacking.map);
  give(AbortSignal, lacking.abortSignal);
}

function give(to: object, what: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(what))
    if (!(name in to)) Object.defineProperty(to, name, { value, writable: true, configurable: true });
}
