/** Text as it may stand in an SVG. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export interface TextStyle {
  readonly size: number;
  readonly weight?: number;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

export function text(x: number, y: number, words: string, style: TextStyle): string {
  const { size, weight = 400, fill = '#1d2b2a', anchor = 'start' } = style;
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escaped(words)}</text>`;
}

export interface BoxStyle {
  readonly fill: string;
  readonly stroke: string;
  readonly thick?: number;
  readonly radius?: number;
}

export function box(
  at: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  { fill, stroke, thick = 1.5, radius = 10 }: BoxStyle,
): string {
  const { x, y, width, height } = at;
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}" stroke="${stroke}" stroke-width="${thick}"/>`;
}

/** A soft line from one row to another. */
export function link(from: readonly [number, number], to: readonly [number, number], isStrong: boolean): string {
  const middle = (from[1] + to[1]) / 2;
  const path = `M ${from[0]} ${from[1]} C ${from[0]} ${middle}, ${to[0]} ${middle}, ${to[0]} ${to[1]}`;
  const style = isStrong ? 'stroke="#0b6e69" stroke-width="3"' : 'stroke="#c3cfcd" stroke-width="1.5"';
  return `<path d="${path}" fill="none" ${style}/>`;
}

export function picture(
  size: { readonly width: number; readonly height: number },
  name: string,
  parts: readonly string[],
): string {
  const { width, height } = size;
  const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(name)}" font-family="'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif">`;
  return [open, `<rect width="${width}" height="${height}" fill="#ffffff"/>`, ...parts, '</svg>', ''].join('\n');
}
