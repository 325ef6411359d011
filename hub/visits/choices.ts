import type { Patient } from 'fhir/r4.js';
import type { Acting, FileChoice, PresentedCredential } from '../contract/index.ts';
import type { Dependant } from '../hospital/port.ts';
import { bearsName, keptOfFile } from './patient-file.ts';
import { plainName } from './plain-name.ts';
import type { KeptChoice } from './storage.ts';
import { isUnder, type WardParts } from './wards.ts';

/** The file of a patient for whom whoever is here acts, to be confirmed. */
export function choicesBy(acting: Acting, files: readonly Patient[]): readonly KeptChoice[] {
  const kept = files.map(keptOfFile).filter((patient) => patient !== undefined);
  return kept.map((patient, index) => ({ choice: String(index + 1), patient, owner: 'ward', acting }));
}

/** What a credential opens, each file with whose it is and who would act for its patient. */
export function choicesOf(
  rule: Pick<WardParts, 'site' | 'clock'>,
  opened: {
    readonly credential: PresentedCredential;
    readonly files: readonly Patient[];
    readonly wards: readonly Dependant[];
  },
): readonly KeptChoice[] {
  const { credential, files, wards } = opened;
  const bearer = bearerOf(credential, files);
  const personId = bearer?.id ?? null;
  const own = files.map((file) => ({ file, ...ownerOf(rule, { file, bearer, credential }) }));
  const others = wards
    .filter(({ patient }) => !files.some((file) => file.id === patient.id))
    .map(({ patient, relation }) => ({
      file: patient,
      owner: 'ward' as const,
      acting: { personId, relation, how: 'named-in-file' } satisfies Acting,
    }));
  // The bearer first, then the others as the hospital lists them.
  return [...own, ...others]
    .toSorted((one, other) => rank[one.owner] - rank[other.owner])
    .flatMap(({ file, owner, acting }) => {
      const patient = keptOfFile(file);
      return patient === undefined ? [] : [{ patient, owner, acting }];
    })
    .map((choice, index) => ({ choice: String(index + 1), ...choice }));
}

const rank = { bearer: 0, unknown: 1, ward: 2 } as const;

/** The file of whoever holds the credential: the one that bears its name, or the only one. What was typed has no bearer. */
function bearerOf({ kind, name, typed }: PresentedCredential, files: readonly Patient[]): Patient | undefined {
  if (kind === 'typed-number' || typed === true) return undefined;
  if (plainName(name ?? '') === '') return files.length === 1 ? files[0] : undefined;
  return files.find((file) => bearsName(file, name));
}

function ownerOf(
  rule: Pick<WardParts, 'site' | 'clock'>,
  of: {
    readonly file: Patient;
    readonly bearer: Patient | undefined;
    readonly credential: PresentedCredential;
  },
): Pick<KeptChoice, 'owner' | 'acting'> {
  const { file, bearer, credential } = of;
  if (bearer === undefined) return { owner: 'unknown', acting: null };
  if (file.id === bearer.id || bearsName(file, credential.name)) return { owner: 'bearer', acting: null };
  const child = isUnder(rule.site.identification.guardians.adultAge, file.birthDate, rule);
  const relation = child ? 'guardian' : 'relative';
  return { owner: 'ward', acting: { personId: bearer.id ?? null, relation, how: 'shared-credential' } };
}

/** The file that is the patient's without asking: the only one, when nobody acts for its patient. */
export function onlyChoice(choices: readonly KeptChoice[]): KeptChoice | undefined {
  const [first, ...more] = choices;
  return more.length === 0 && first?.acting === null ? first : undefined;
}

export function choiceShown({ choice, patient, owner }: KeptChoice): FileChoice {
  return { choice, maskedName: patient.maskedName, birthYear: patient.birthYear ?? 0, owner };
}
