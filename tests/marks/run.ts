// npm run marks [-- EXIT…]: a patient with a mark in every personal field leaves a terminal by every exit, or by those
// whose names contain one of these words. Exit 1: a mark was found.
import { exits, leaveBy } from './exits.ts';
import { marks } from './marked-patient.ts';
import { Place } from './place.ts';

const words = process.argv.slice(2);
const wanted = words.length === 0 ? exits : exits.filter(({ name }) => words.some((word) => name.includes(word)));
const place = await Place.open();
let found = 0;
try {
  await place.openPage();
  for (const exit of wanted) {
    const started = performance.now();
    const findings = await leaveBy(place, exit);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${exit.name}: ${findings.length === 0 ? 'nothing found' : findings.join('; ')} (${seconds} s)`);
    found += findings.length;
  }
} finally {
  await place.close();
}
console.log(`${wanted.length} exits, ${Object.keys(marks).length} marks, ${found} found`);
process.exitCode = found === 0 ? 0 : 1;
