import type { Tolerance } from '../support/compare-pictures.ts';

/* The pictures of docs/guide-pictures.md. */

/** Stated in docs/guide-pictures.md. */
export const guideTolerance: Tolerance = { all: 0.005, square: 0.12 };

/** A picture of the guide as the gallery shows it. */
export interface GuidePicture {
  readonly name: string;
  /** Of the gallery's page. */
  readonly query: Readonly<Record<string, string>>;
  readonly size: { readonly width: number; readonly height: number };
}

const across = { width: 1280, height: 720 };
const upright = { width: 720, height: 1280 };
/** Where the way stands on the screen of a waiting area, across and upright. */
const onBoard = { width: 1080, height: 372 };
const onUprightBoard = { width: 984, height: 392 };

/** Letters as a terminal's and a screen's panel have them on pictures of this size. */
const terminal = { from: 'terminal.K01', text: '28' };
const screen = { theme: 'dark', text: '36' };
const english = { language: 'en' };
const plan = { picture: 'plan' };
const [toRoom, toNeurology] = [{ to: 'room.card-3' }, { to: 'room.neur-301' }];
/** Places of the demo's map: the covered walk outside, and a lift of the wing behind the footbridge. */
const coveredWalk = { to: 'place.d5b6a55a-ef76-51f9-af0a-84a45e30e430' };
const liftOfWing = { to: 'place.bc8c576c-cef6-5992-b32b-68c1dcb127c5' };

export const guidePictures: readonly GuidePicture[] = [
  { name: 'overview-screen-zh', size: across, query: { ...screen, from: 'screen.S-lobby' } },
  { name: 'overview-terminal-zh', size: across, query: terminal },
  { name: 'overview-terminal-upright-en', size: upright, query: { ...terminal, ...english } },
  { name: 'turn-terminal-zh', size: across, query: { ...terminal, ...toNeurology, step: '1' } },
  { name: 'stairs-terminal-zh', size: across, query: { ...terminal, ...toNeurology, step: '2' } },
  { name: 'escalator-terminal-en', size: across, query: { ...terminal, ...english, ...toRoom, step: '1' } },
  {
    name: 'lift-terminal-upright-en',
    size: upright,
    query: { ...terminal, ...english, ...toRoom, profile: 'step-free', step: '1' },
  },
  { name: 'lift-terminal-zh', size: across, query: { ...terminal, ...toRoom, profile: 'step-free', step: '1' } },
  {
    name: 'bridge-screen-en',
    size: across,
    query: { ...screen, ...english, from: 'screen.S-womn', ...liftOfWing, step: '5' },
  },
  { name: 'outside-terminal-zh', size: across, query: { ...terminal, ...coveredWalk } },
  { name: 'arrival-terminal-zh', size: across, query: { ...terminal, ...toRoom } },
  { name: 'arrival-terminal-upright-en', size: upright, query: { ...terminal, ...english, ...toRoom } },
  { name: 'arrival-screen-zh', size: onBoard, query: { ...screen, text: '44', from: 'screen.S-card', ...toRoom } },
  {
    name: 'arrival-screen-upright-en',
    size: onUprightBoard,
    query: { ...screen, ...english, text: '44', from: 'screen.S-card', ...toRoom },
  },
  { name: 'floor-terminal-zh', size: across, query: { ...terminal, ...toRoom, floor: '2' } },
  { name: 'plan-terminal-zh', size: across, query: { ...terminal, ...plan, ...toRoom } },
  {
    name: 'plan-screen-en',
    size: onBoard,
    query: { ...screen, ...english, ...plan, text: '44', from: 'screen.S-card', ...toRoom },
  },
];

/** Where the page of a picture is; without a step the walk stands at its end. */
export function addressOf({ query }: GuidePicture): string {
  const stands = query['step'] === undefined ? { second: '999' } : {};
  return `/gallery/guide?${new URLSearchParams({ ...stands, ...query })}`;
}

export const guidePictureFile = ({ name }: GuidePicture): URL =>
  new URL(`../../docs/guide-pictures/${name}.png`, import.meta.url);
