// npm run marks: a patient with a mark in every personal field leaves a terminal by every exit. Exit 1: a mark was found.
import { exits, leaveBy } from './exits.ts';
import { marks } from './marked-patient.ts';
import { Place } from './place.ts';

const place = await Place.open();
let found = 0;
try {
  await place.openPage();
  for (const exit of exits) {
    const started = performance.now();
    const findings = await leaveBy(place, exit);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${exit.name}: ${findings.length === 0 ? 'nothing found' : findings.join('; ')} (${seconds} s)`);
    found += findings.length;
  }
} finally {
  await place.close();
}
console.log(`${exits.length} exits, ${Object.keys(marks).length} marks, ${found} found`);
process.exitCode = found === 0 ? 0 : 1;
