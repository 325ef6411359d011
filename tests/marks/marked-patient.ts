import type { SimulatedCard } from '@lobby/agent/readers/sdt/simulator/card-image.ts';
import { identifierSystems } from '@lobby/hub/hospital/port.ts';
import { composeIdNumber } from '@lobby/hub/hospital/sandbox/id-number.ts';
import type { Bundle } from 'fhir/r4.js';

/*
 * An invented patient in whose file and on whose card every personal field holds a text that stands nowhere else. Sex, nation and
 * kind of card have too few values to be marks.
 */
const birthDate = '1937-02-19';
const chip = {
  name: '璩翀玥昉',
  nation: '基诺',
  idNumber: composeIdNumber({ areaCode: '330602', birthDate, sequence: 772 }),
  address: '浙江省绍兴市越城区玥昉弄77号3幢',
  issuer: '绍兴市公安局翀玥分局',
  validFrom: '2016-08-13',
  validTo: '2036-08-14',
} as const;

/** What must not be found, by the field that holds it. */
export const marks: Readonly<Record<string, string>> = {
  name: chip.name,
  'Latin name': 'QUCHONG-YUEFANG',
  'ID number': chip.idNumber,
  'birth date': birthDate,
  address: '玥昉弄77号',
  issuer: '翀玥分局',
  'valid from': chip.validFrom,
  'valid to': chip.validTo,
  'file number': 'MRN-71F3-9A20',
  phone: '13907557719',
  'hospital card': '7100339920',
  'health code': 'E33060193702197719',
  'insurance code': 'YB-OPAQUE-4C19-77AD-5E08',
  passport: 'E91777135',
  guardian: '戚翯䂮',
  'phone of the guardian': '13577190338',
};

/** What a terminal may show of this patient while the visit lasts, and nowhere afterwards. */
export const shownName = '璩**昉';

export const markedCard: SimulatedCard = { kind: 'resident-id', sex: 'female', birthDate, ...chip };

/** The file of this patient with an appointment at this instant, as a hospital would export it. */
export function markedFile(start: string): Bundle {
  const marked = (field: keyof typeof marks): string => marks[field] ?? '';
  const end = new Date(Date.parse(start) + 20 * 60_000).toISOString();
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      {
        resource: {
          resourceType: 'Patient',
          id: 'of-the-marks',
          identifier: [
            { system: identifierSystems['resident-id'], value: marked('ID number') },
            { system: identifierSystems.passport, value: marked('passport') },
            { system: identifierSystems['insurance-code'], value: marked('insurance code') },
            { system: 'urn:lobby:sandbox:file', value: marked('file number') },
            { system: 'urn:lobby:sandbox:hospital-card', value: marked('hospital card') },
            { system: 'urn:lobby:sandbox:health-code', value: marked('health code') },
          ],
          name: [{ use: 'official', text: marked('name') }, { text: marked('Latin name') }],
          gender: 'female',
          birthDate,
          telecom: [{ system: 'phone', value: marked('phone') }],
          address: [{ text: chip.address }],
          contact: [
            {
              name: { text: marked('guardian') },
              telecom: [{ system: 'phone', value: marked('phone of the guardian') }],
            },
          ],
        },
      },
      { resource: { resourceType: 'Practitioner', id: 'dr-of-the-marks', name: [{ text: '金沐阳' }] } },
      {
        resource: {
          resourceType: 'Appointment',
          id: 'appointment-of-the-marks',
          status: 'booked',
          start,
          end,
          participant: [
            { actor: { reference: 'Patient/of-the-marks' }, status: 'accepted' },
            { actor: { reference: 'Practitioner/dr-of-the-marks' }, status: 'accepted' },
          ],
        },
      },
    ],
  };
}
