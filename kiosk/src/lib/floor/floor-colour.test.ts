import { expect, it } from 'vitest';
import { floorColour } from './floor-colour.ts';

it('a floor has a colour even where nobody gave it one', () => {
  expect([floorColour(3), floorColour(17), floorColour(-1)]).toEqual([
    'var(--floor-3)',
    'var(--floor-other)',
    'var(--floor-other)',
  ]);
});
