type Channels = readonly [red: number, green: number, blue: number, alpha: number];

/** Contrast ratio of a text colour before its grounds, the nearest first (WCAG 2.2, relative luminance). */
export function contrast(colour: string, grounds: readonly string[]): number {
  const ground = grounds.reduceRight<Channels>((below, above) => over(channelsOf(above), below), [255, 255, 255, 1]);
  const [dark, light] = [luminance(over(channelsOf(colour), ground)), luminance(ground)].sort(
    (one, other) => one - other,
  );
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Of a colour as browsers compute it: rgb(16, 38, 46) or rgba(16, 38, 46, 0.5). */
function channelsOf(colour: string): Channels {
  const [red, green, blue, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (red === undefined || green === undefined || blue === undefined) throw new Error(`no colour: ${colour}`);
  return [red, green, blue, alpha];
}

function over(top: Channels, below: Channels): Channels {
  const [, , , alpha] = top;
  const mix = (channel: 0 | 1 | 2): number => top[channel] * alpha + below[channel] * (1 - alpha);
  return [mix(0), mix(1), mix(2), 1];
}

function luminance([red, green, blue]: Channels): number {
  const [r, g, b] = [red, green, blue].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}
