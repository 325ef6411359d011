import type { MirroredPatient } from '../../contract/index.ts';
import { maskName, surnameOf } from '../../visits/masked-name.ts';
import { plainName } from '../../visits/plain-name.ts';
import type { Description } from './facts.ts';

const mask = /[*＊○〇×]/u;

/**
 * What is kept of a patient that a source describes: a masked name, a surname for the loudspeaker, sex and year of birth.
 * A name that comes unmasked is masked here and kept nowhere.
 */
export function keptOfPatient(patient: MirroredPatient): NonNullable<Description['patient']> {
  const { name, maskedName, surname, sex, birthYear, id } = patient;
  return {
    patientId: id ?? null,
    maskedName: maskOf(name, maskedName, surname),
    surname: spokenSurname(name ?? maskedName ?? '', surname),
    sex: sex ?? 'unknown',
    birthYear: birthYear ?? null,
  };
}

function maskOf(name: string | undefined, masked: string | undefined, surname: string | undefined): string {
  if (name !== undefined) return maskName(name, surname);
  if (masked === undefined) return '';
  const plain = plainName(masked);
  // Whoever writes a whole name where a mask belongs has made a mistake that patients must not pay for.
  return mask.test(plain) ? plain.replace(/[＊○〇×]/gu, '*') : maskName(plain, surname);
}

function spokenSurname(name: string, surname: string | undefined): string | null {
  const said = plainName(surname ?? '');
  if (said !== '') return said;
  const bare = plainName(name).split(mask)[0] ?? '';
  return bare === '' ? null : surnameOf(bare, undefined);
}
