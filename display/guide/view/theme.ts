import type { Look } from '@lobby/maps/mesh/drawn-floor.ts';

/**
 * Colours of the building, as 0xRRGGBB. What is lit on dark is the token of a call; the rest are tints of the tokens, as the
 * building has more surfaces than a page. Never the only sign of anything.
 */
export interface GuideTheme {
  readonly ground: number;
  readonly plate: number;
  readonly looks: Readonly<Record<Look, number>>;
  readonly destination: number;
  /** Of a destination that is a hall: so much of the picture that it would glare in the destination's own colour. */
  readonly destinationHall: number;
  /** Of names on whatever has no colour of the destination. */
  readonly name: number;
  /** Of a name on the destination's roof. */
  readonly nameOnDestination: number;
  readonly ribbon: number;
  /** Around each dot of the line, so that it stands out from whatever lies under it. */
  readonly casing: number;
  readonly edge: number;
  /** How strongly edges are drawn, 0 to 1. */
  readonly edgeStrength: number;
  readonly icon: number;
  /** The round field of a sign. */
  readonly disc: number;
  /** How much darker a wall is than its top, in the shade and in the light: factors. */
  readonly shade: number;
  readonly light: number;
}

/** Light on dark, for screens in a hall. */
export const dark: GuideTheme = {
  ground: 0x12303a,
  plate: 0x18404b,
  looks: {
    way: 0x1d4b57,
    room: 0x2f6f7c,
    restroom: 0x2f6f7c,
    staff: 0x1f4651,
    closed: 0x5a3a34,
    stairs: 0x397e8c,
    lift: 0x3a7b9b,
    escalator: 0x397e8c,
    void: 0x12303a,
  },
  destination: 0xffc24b,
  destinationHall: 0x7d6a35,
  name: 0xffffff,
  nameOnDestination: 0x10262e,
  ribbon: 0xffc24b,
  casing: 0x0d2028,
  edge: 0x6db3bf,
  edgeStrength: 0.5,
  icon: 0xdff0f2,
  disc: 0x0d2028,
  shade: 0.62,
  light: 0.84,
};

/** Dark on paper, for terminals and phones. */
export const light: GuideTheme = {
  ground: 0xe3ebea,
  plate: 0xf3f6f4,
  looks: {
    way: 0xffffff,
    room: 0xc6dadc,
    restroom: 0xc6dadc,
    staff: 0xdde5e4,
    closed: 0xecd5d0,
    stairs: 0x9cc3ca,
    lift: 0x74a9b3,
    escalator: 0x9cc3ca,
    void: 0xe3ebea,
  },
  destination: 0x0a7286,
  destinationHall: 0x8ec5cf,
  name: 0x10262e,
  nameOnDestination: 0xffffff,
  ribbon: 0xb85c00,
  casing: 0xffffff,
  edge: 0x4f7078,
  edgeStrength: 0.55,
  icon: 0xffffff,
  disc: 0x3f5a63,
  shade: 0.7,
  light: 0.86,
};

export const themes = { dark, light } as const;
export type ThemeName = keyof typeof themes;

/** A colour of the theme as CSS writes it. */
export function cssColour(colour: number): string {
  return `#${colour.toString(16).padStart(6, '0')}`;
}
