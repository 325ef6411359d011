type Ring = readonly (readonly [number, number])[];

/**
 * A ring with fewer corners that strays from the given one by no more than `tolerance` metres (Douglas and Peucker), or by
 * as much more as it takes to have at most `most` corners. Fewer than three different corners: empty.
 */
export function simplifyRing(ring: Ring, tolerance: number, most: number): Ring {
  const corners = ring.filter((point, index) => !isSame(point, ring[(index + 1) % ring.length]));
  if (corners.length < 3) return [];
  let allowed = tolerance;
  let simple = simplifyOnce(corners, allowed);
  while (simple.length > most) simple = simplifyOnce(corners, (allowed *= 1.6));
  return simple.length < 3 ? corners.slice(0, 3) : simple;
}

/** Two far corners stay; what lies between them on either side is thinned. */
function simplifyOnce(ring: Ring, tolerance: number): Ring {
  const far = farthestFrom(ring, 0);
  const there = thin(ring.slice(0, far + 1), tolerance);
  const back = thin([...ring.slice(far), ...ring.slice(0, 1)], tolerance);
  return [...there.slice(0, -1), ...back.slice(0, -1)];
}

function farthestFrom(ring: Ring, index: number): number {
  const [x = 0, y = 0] = ring[index] ?? [];
  const distances = ring.map(([otherX, otherY]) => Math.hypot(otherX - x, otherY - y));
  return distances.indexOf(Math.max(...distances));
}

function thin(line: Ring, tolerance: number): Ring {
  const first = line[0];
  const last = line.at(-1);
  if (first === undefined || last === undefined || line.length < 3) return line;
  const inner = line.slice(1, -1).map((point) => distanceToSegment(point, first, last));
  const worst = Math.max(...inner);
  if (worst <= tolerance) return [first, last];
  const at = inner.indexOf(worst) + 1;
  return [...thin(line.slice(0, at + 1), tolerance).slice(0, -1), ...thin(line.slice(at), tolerance)];
}

type Corner = readonly [number, number];

function distanceToSegment([x, y]: Corner, [ax, ay]: Corner, [bx, by]: Corner): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

function isSame(a: Corner, b: Corner | undefined): boolean {
  return b !== undefined && Math.hypot(a[0] - b[0], a[1] - b[1]) < 1e-6;
}
