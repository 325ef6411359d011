import type { CDPSession, Page } from '@playwright/test';

/** What a page still holds after its garbage was collected. */
export interface Left {
  /** Bytes. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly contexts: number;
  readonly sizeObservers: number;
}

/** Looks again and again at what one page still holds. */
export async function leftOf(page: Page): Promise<() => Promise<Left>> {
  const devtools = await page.context().newCDPSession(page);
  return async () => {
    // What the first one frees may hold more: the second one finds it.
    await devtools.send('HeapProfiler.collectGarbage');
    await devtools.send('HeapProfiler.collectGarbage');
    const { usedSize: heap } = await devtools.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners: listeners } = await devtools.send('Memory.getDOMCounters');
    const contexts = await living(devtools, 'WebGL2RenderingContext');
    const sizeObservers = await living(devtools, 'ResizeObserver');
    return { heap, nodes, listeners, contexts, sizeObservers };
  };
}

/** How many objects of a class of the browser's can still be reached. */
async function living(devtools: CDPSession, name: string): Promise<number> {
  const objectGroup = 'what is left';
  const { result } = await devtools.send('Runtime.evaluate', { expression: `${name}.prototype`, objectGroup });
  const { objects } = await devtools.send('Runtime.queryObjects', {
    prototypeObjectId: result.objectId ?? '',
    objectGroup,
  });
  const { result: count } = await devtools.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  await devtools.send('Runtime.releaseObjectGroup', { objectGroup });
  return Number(count.value);
}
