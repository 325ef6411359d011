import type { Look } from '@lobby/maps/mesh/drawn-floor.ts';

/** Colours of the building, as 0xRRGGBB, after the design tokens. Never the only sign of anything. */
export interface GuideTheme {
  readonly ground: number;
  readonly plate: number;
  readonly looks: Readonly<Record<Look, number>>;
  readonly destination: number;
  readonly ribbon: number;
  readonly edge: number;
  /** How strongly edges are drawn, 0 to 1. */
  readonly edgeStrength: number;
  readonly icon: number;
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
    stairs: 0x3f8896,
    lift: 0x57a3b1,
    escalator: 0x3f8896,
    void: 0x12303a,
  },
  destination: 0xffc24b,
  ribbon: 0xffc24b,
  edge: 0x6db3bf,
  edgeStrength: 0.5,
  icon: 0xdff0f2,
  shade: 0.56,
  light: 0.76,
};

/** Dark on paper, for terminals and phones. */
export const light: GuideTheme = {
  ground: 0xffffff,
  plate: 0xe6ebe9,
  looks: {
    way: 0xf7f8f5,
    room: 0xd5e1e1,
    restroom: 0xd5e1e1,
    staff: 0xe4e8e6,
    closed: 0xecd9d5,
    stairs: 0xb4cfd3,
    lift: 0x8fb9c0,
    escalator: 0xb4cfd3,
    void: 0xffffff,
  },
  destination: 0x0a7286,
  ribbon: 0xb85c00,
  edge: 0x4f7078,
  edgeStrength: 0.45,
  icon: 0x10262e,
  shade: 0.7,
  light: 0.86,
};

export const themes = { dark, light } as const;
export type ThemeName = keyof typeof themes;
