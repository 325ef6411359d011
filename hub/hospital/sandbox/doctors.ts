import type { DemoPeople } from '@lobby/config/sites/demo/cards/demo-people.ts';
import type { Bilingual, Site } from '@lobby/config';
import { doctorFamilies, doctorGivens, doctorTitles } from './invented-names.ts';
import { seededRandom, seedFor } from './seeded-random.ts';
import { isClinic } from './clinic-queues.ts';

/** A doctor at work in one room of one clinic. `role` is the id of the PractitionerRole. */
export interface Doctor {
  readonly role: string;
  readonly workNo: string;
  readonly name: Bilingual;
  readonly title: Bilingual;
  readonly clinic: string;
  readonly clinicName: Bilingual;
  readonly room: string;
}

/** One doctor for each room of each clinic: those of the staff list in their rooms, the others invented from the seed. */
export function staffClinics(site: Site, people: Pick<DemoPeople, 'doctors'>, seed: number): Doctor[] {
  const places = site.areas.flatMap((area) =>
    area.queues
      .filter(isClinic)
      .flatMap((queue) => queue.rooms.map((room) => ({ clinic: queue.clinic, clinicName: queue.name, room }))),
  );
  const inventName = doctorNames(site, seed);
  return places.map((place, index) => {
    const invented = { workNo: String(2001 + index), ...inventName() };
    const known = people.doctors.find((doctor) => doctor.clinic === place.clinic && doctor.room === place.room);
    const staff = known && site.demo?.staff.find((person) => person.workNo === known.workNo);
    const role = `role-${place.clinic}-${place.room}`;
    if (staff === undefined) return { role, ...place, ...invented };
    return { role, ...place, workNo: staff.workNo, name: staff.name, title: staff.title ?? invented.title };
  });
}

function doctorNames(site: Site, seed: number): () => Pick<Doctor, 'name' | 'title'> {
  const random = seededRandom(seedFor(seed, 'doctors'));
  const used = new Set(site.demo?.staff.map((person) => person.name.zh));
  const all = doctorFamilies.flatMap(([zh, en]) =>
    doctorGivens.map(([givenZh, givenEn]) => ({ zh: zh + givenZh, en: `${en} ${givenEn}` })),
  );
  const names = random.shuffled(all.filter((name) => !used.has(name.zh)));
  let next = 0;
  return () => {
    const name = names[next++ % names.length];
    if (name === undefined) throw new Error('there are no names for doctors');
    return { name, title: random.pick(doctorTitles) };
  };
}
