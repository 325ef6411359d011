/** Nodes by rising key, in typed arrays that grow: a binary heap in which a node may stand more than once. */
export interface Heap {
  readonly clear: () => void;
  readonly push: (node: number, key: number) => void;
  /** The node with the least key; -1: none. */
  readonly pop: () => number;
  readonly size: () => number;
  /** The least key that waits; Infinity: none. */
  readonly least: () => number;
  /** The key of the node that was popped last. */
  readonly key: () => number;
}

export function makeHeap(): Heap {
  let nodes = new Int32Array(1024);
  let keys = new Float64Array(1024);
  let size = 0;
  let popped = 0;
  const grow = (): void => {
    const [moreNodes, moreKeys] = [new Int32Array(2 * nodes.length), new Float64Array(2 * keys.length)];
    moreNodes.set(nodes);
    moreKeys.set(keys);
    [nodes, keys] = [moreNodes, moreKeys];
  };
  return {
    clear: () => {
      size = 0;
    },
    size: () => size,
    least: () => (size === 0 ? Infinity : (keys[0] as number)),
    key: () => popped,
    push: (node, key) => {
      if (size === nodes.length) grow();
      let at = size++;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if ((keys[parent] as number) <= key) break;
        keys[at] = keys[parent] as number;
        nodes[at] = nodes[parent] as number;
        at = parent;
      }
      keys[at] = key;
      nodes[at] = node;
    },
    pop: () => {
      if (size === 0) return -1;
      const top = nodes[0] as number;
      popped = keys[0] as number;
      size--;
      const key = keys[size] as number;
      const node = nodes[size] as number;
      let at = 0;
      for (let child = 1; child < size; child = 2 * at + 1) {
        if (child + 1 < size && (keys[child + 1] as number) < (keys[child] as number)) child++;
        if ((keys[child] as number) >= key) break;
        keys[at] = keys[child] as number;
        nodes[at] = nodes[child] as number;
        at = child;
      }
      keys[at] = key;
      nodes[at] = node;
      return top;
    },
  };
}
