import { labelsOfWalk } from '@lobby/display/guide/labels/wished-labels.ts';
import { themes } from '@lobby/display/guide/view/theme.ts';
import { momentOf, secondsOf } from '@lobby/display/guide/walk/timeline.ts';
import { walkOf } from '@lobby/display/guide/walk/walk.ts';
import { describe, expect, test } from 'vitest';
import { contrast } from '../journeys/contrast.ts';
import { largePlan, wayThrough } from '../support/large-plan.ts';

/** What WCAG 2.2 asks of text (1.4.3). */
const leastContrast = 4.5;

const rgb = (colour: number): string => `rgb(${colour >> 16}, ${(colour >> 8) & 0xff}, ${colour & 0xff})`;

describe.each(Object.entries(themes))('names in the %s building', (_, theme) => {
  const grounds = { ...theme.looks, slab: theme.plate, ground: theme.ground, 'lit hall': theme.destinationHall };

  test.each(Object.entries(grounds))('can be read on: %s', (_, ground) => {
    expect(contrast(rgb(theme.name), [rgb(ground)])).toBeGreaterThanOrEqual(leastContrast);
  });

  test('can be read on the lit roof of the room that the way ends at', () => {
    expect(contrast(rgb(theme.nameOnDestination), [rgb(theme.destination)])).toBeGreaterThanOrEqual(leastContrast);
  });
});

describe('the name on the door of the room that the way ends at', () => {
  const plan = largePlan({ floors: 2, units: 60 });
  const way = wayThrough(plan);
  const sought = { ...way, to: { ...way.to, name: { zh: '抽血', en: 'Blood test' } } };
  const lit = (of: typeof way, look?: 'way') => {
    const walk = walkOf(of, plan);
    const led = look === undefined || walk.goal === null ? walk : { ...walk, goal: { ...walk.goal, look } };
    const moment = momentOf(walk, secondsOf(walk));
    return labelsOfWalk({ walk: led, plan, moment, gap: 9, destination: of.to.name })
      .filter(({ isLit }) => isLit)
      .map(({ id }) => id);
  };

  test('is written for a lit roof where it is not what one looks for', () => {
    expect(lit(sought)).toEqual([way.to.id]);
  });

  test('is not written twice, and on a hall it is as all names are', () => {
    expect(lit(way)).toEqual([]);
    expect(lit(sought, 'way')).toEqual([]);
  });
});
