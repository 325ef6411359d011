import type { Site } from '@lobby/config';
import { readDemoPeople, type DemoPeople } from '@lobby/config/sites/demo/cards/demo-people.ts';
import { composeIdNumber } from '@lobby/hub/hospital/sandbox/id-number.ts';
import type { PresentedCredential } from '@lobby/hub/contract';
import { isClinic } from '@lobby/hub/hospital/sandbox/clinic-queues.ts';

/** So many invented people, each with one appointment that may be checked in for now, spread over all clinics. */
export function manyPatients(
  site: Site,
  count: number,
): { readonly people: DemoPeople; readonly credentials: readonly PresentedCredential[] } {
  const clinics = site.areas.flatMap((area) => area.queues.filter(isClinic).map((queue) => queue.clinic));
  const cards = Array.from({ length: count }, (_, index) => ({
    id: `bench-${index}`,
    kind: 'resident-id' as const,
    name: '陈平',
    nameLatin: null,
    nationality: null,
    sex: 'male' as const,
    nation: '汉',
    birthDate: birthDate(index),
    idNumber: composeIdNumber({ areaCode: '330602', birthDate: birthDate(index), sequence: 1 + 2 * (index % 499) }),
    address: null,
    issuer: '绍兴市公安局',
    validFrom: '2015-01-01',
    validTo: null,
    story: { zh: '可以签到', en: 'may check in' },
  }));
  const files = cards.map((card, index) => ({
    id: card.id,
    card: card.id,
    identifiers: [],
    guardians: [],
    appointments: [{ clinic: clinics[index % clinics.length] ?? 'CARD', story: 'ready' as const }],
  }));
  const { doctors } = readDemoPeople();
  const credentials = cards.map(({ kind, idNumber, name }) => ({ kind, number: idNumber, name }));
  return { people: { cards, credentials: [], files, doctors }, credentials };
}

/** A day for every 400 people, so that sequence numbers of one day do not run out. */
function birthDate(index: number): string {
  return new Date(Date.UTC(1960, 0, 1 + Math.floor(index / 400))).toISOString().slice(0, 10);
}
