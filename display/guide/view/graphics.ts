/** What the browser can draw with: nothing, a processor that paints by itself, or a graphics card. */
export type Graphics = 'none' | 'software' | 'card';

/** A machine that could not follow may only have been busy: so long it is not tried again. Milliseconds. */
const restFor = 3_600_000;

let known: Graphics = 'none';
let restsUntil = 0;

/** Needs a page. WebGL 2, as three wants it; nothing for a while after `restGraphics`. */
export function graphicsHere(): Graphics {
  if (performance.now() < restsUntil) return 'none';
  if (known === 'none') known = look();
  return known;
}

/** This page has tried and could not: for an hour nobody tries again. */
export function restGraphics(): void {
  restsUntil = performance.now() + restFor;
}

function look(): Graphics {
  if (canDraw({ failIfMajorPerformanceCaveat: true })) return 'card';
  return canDraw({}) ? 'software' : 'none';
}

function canDraw(options: WebGLContextAttributes): boolean {
  const context = document.createElement('canvas').getContext('webgl2', options);
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
