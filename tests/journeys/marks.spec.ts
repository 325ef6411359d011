import { exits, leaveBy } from '../marks/exits.ts';
import { marks } from '../marks/marked-patient.ts';
import { Place } from '../marks/place.ts';
import { expect, test } from './story.ts';

/* `npm run marks` walks all exits; these are the ones that differ most in who is left to forget the patient. */
const some = ['finished, with a ticket', 'browser killed', 'agent killed, with a ticket'];

test('nothing of a patient with a mark in every personal field is found after the visit, whoever was killed', async () => {
  expect(Object.keys(marks).length).toBeGreaterThanOrEqual(16);
  const place = await Place.open();
  try {
    await place.openPage();
    for (const exit of exits.filter(({ name }) => some.includes(name)))
      await test.step(exit.name, async () => expect(await leaveBy(place, exit)).toEqual([]));
  } finally {
    await place.close();
  }
});
