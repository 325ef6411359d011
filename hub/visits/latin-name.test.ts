import { expect, test } from 'vitest';
import { isSameLatinName } from './latin-name.ts';

test.each([
  ['MARTIN CLAIRE', 'Martin, Claire'],
  ['MARTIN CLAIRE', 'Claire Martin'],
  ['MARTIN CLAIRE SOPHIE', 'Claire Martin'],
  ['MUELLER JOERG', 'Jörg Müller'],
  ['MULLER JORG', 'Jörg Müller'],
  ['WEISS ANNA', 'Anna Weiß'],
  ['OCONNOR SEAN', "Seán O'Connor"],
  ['VAN DER BERG PIETER', 'Pieter van-der Berg'],
  ['FEATHERSTONEHAUGH CHRISTOPHER MONTGO', 'Christopher Montgomery Featherstonehaugh'],
])('%s is the %s of the file', (zone, file) => {
  expect(isSameLatinName(zone, file)).toBe(true);
  expect(isSameLatinName(file, zone)).toBe(true);
});

test.each([
  ['MARTIN CLAIRE', 'Martin Clara'],
  ['MARTIN', 'Claire Martin'],
  ['MARTIN MARTIN', 'Claire Martin'],
  ['', ''],
  ['MA KELAI', '马克莱'],
  ['MARTIN CLAIRE', ''],
])('%s is not %s', (zone, file) => {
  expect(isSameLatinName(zone, file)).toBe(false);
});
