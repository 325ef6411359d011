import { boxAround, gapBetween as gap, isWhole, overlap, type Box, type Size } from '../boxes.ts';
import { project, type GuideCamera, type Spot } from '../walk/camera.ts';

/** A label that would like to be on the picture. */
export interface WishedLabel {
  readonly id: string;
  readonly spot: Spot;
  /** The higher the sooner it gets its place. */
  readonly priority: number;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** How far above its spot it hangs: 0 on it, 1 its whole height above. */
  readonly lift: number;
  /** How far right of its spot it stands; left of it below 0. CSS pixels. */
  readonly aside?: number;
  /** Where it hangs instead, from its spot, where something else is in its place. CSS pixels to the right and down. */
  readonly otherwise?: readonly { readonly x: number; readonly y: number }[];
}

export interface PlacedLabel {
  readonly id: string;
  /** Of its middle, in CSS pixels from the picture's upper left corner. */
  readonly left: number;
  readonly top: number;
}

/** More than this nobody reads. */
const most = 40;
/** From this priority on a label goes over signs rather than away. */
const unmovable = 90;

/**
 * Labels that fit: whole on the picture, none over another or over what is `taken`, the most important first. What matters
 * most goes over that rather than away; off what is `kept` it keeps where it can.
 */
export function placeLabels(
  wished: readonly WishedLabel[],
  camera: GuideCamera,
  picture: Size & { readonly taken?: readonly Box[]; readonly kept?: readonly Box[] },
): readonly PlacedLabel[] {
  const { kept = [] } = picture;
  const taken: Box[] = [...(picture.taken ?? []), ...kept];
  const placedBoxes: Box[] = [];
  const placed: PlacedLabel[] = [];
  for (const label of wished.toSorted((a, b) => b.priority - a.priority || a.id.localeCompare(b.id))) {
    if (placed.length >= most) break;
    const isNeeded = label.priority >= unmovable;
    const [best, ...others] = whereabouts(label, camera, picture);
    const places = isNeeded
      ? [best, ...asideOf(best, label, kept), ...others, ...overAndUnder(best, label, placedBoxes)]
      : [best, ...others];
    const offThese = (boxes: readonly Box[]): Place | undefined =>
      places.find((here) => {
        const box = boxAround(here, label);
        return isWhole(box, picture) && !boxes.some((other) => overlap(box, other));
      });
    const place =
      isNeeded && label.lift !== 0
        ? (offThese([...placedBoxes, ...kept]) ?? offThese(placedBoxes))
        : offThese(isNeeded ? placedBoxes : taken);
    if (place === undefined) continue;
    const box = boxAround(place, label);
    taken.push(box);
    placedBoxes.push(box);
    placed.push({ id: label.id, ...place });
  }
  return placed;
}

interface Place {
  readonly left: number;
  readonly top: number;
}

/** Two that matter most and lie close together stand one over the other. */
function overAndUnder(at: Place, { height }: WishedLabel, others: readonly Box[]): readonly Place[] {
  const off = height / 2 + gap;
  return others.flatMap(({ top, bottom }) => [
    { ...at, top: top - off },
    { ...at, top: bottom + off },
  ]);
}

/** Right or left of a box, as long as a plate stays near its spot; what lies on its spot stays there. */
function asideOf(at: Place, { width, lift }: WishedLabel, boxes: readonly Box[]): readonly Place[] {
  const off = width / 2 + gap;
  return boxes
    .flatMap(({ left, right }) => [right + off, left - off])
    .filter((left) => lift !== 0 && Math.abs(left - at.left) < width)
    .map((left) => ({ ...at, left }));
}

/** Where a label may be, the best place first. What matters most is moved onto the picture where its edge would cut it. */
function whereabouts(label: WishedLabel, camera: GuideCamera, { width, height }: Size): readonly [Place, ...Place[]] {
  const { x, y } = project(camera, width / height, label.spot);
  const within = (at: number, size: number, most: number): number =>
    label.priority < unmovable ? at : Math.min(Math.max(at, size / 2), most - size / 2);
  const place = (away: { readonly x: number; readonly y: number }): Place => ({
    left: within(((x + 1) / 2) * width + away.x, label.width, width),
    top: within(((1 - y) / 2) * height + away.y, label.height, height),
  });
  return [place({ x: label.aside ?? 0, y: -label.lift * label.height }), ...(label.otherwise ?? []).map(place)];
}
