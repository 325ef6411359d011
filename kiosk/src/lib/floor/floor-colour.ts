/** The custom property of a floor's colour; floors that have none of their own share a quiet one. */
export function floorColour(level: number): string {
  return level >= 1 && level <= 4 ? `var(--floor-${level})` : 'var(--floor-other)';
}
