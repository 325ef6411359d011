/** What the browser can draw with: nothing, a processor that paints by itself, or a graphics card. */
export type Graphics = 'none' | 'software' | 'card';

/** Looks once; needs a page. WebGL 2, as three wants it. */
export function graphicsHere(): Graphics {
  if (canDraw({ failIfMajorPerformanceCaveat: true })) return 'card';
  return canDraw({}) ? 'software' : 'none';
}

function canDraw(options: WebGLContextAttributes): boolean {
  const context = document.createElement('canvas').getContext('webgl2', options);
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
