import type { Identifier, Patient } from 'fhir/r4.js';
import type { PatientIdentifier } from '../hospital/port.ts';

/**
 * The files that one credential opens, out of those that have its value; `several-owners` when they are of people who
 * have nothing to do with each other. Files belong together when they have the value under the same system, since
 * whoever gives out numbers gives each out once, and when the hospital has linked them. A value without a system says
 * nothing about other files with the same value.
 */
export function filesOfOneOwner(
  files: readonly Patient[],
  { system, value }: PatientIdentifier,
): readonly Patient[] | 'several-owners' {
  if (system !== null || files.length < 2) return files;
  const groups: Patient[][] = [];
  for (const file of files) {
    const mine = groups.filter((group) => group.some((other) => belongTogether(file, other, value)));
    const rest = groups.filter((group) => !mine.includes(group));
    groups.splice(0, groups.length, ...rest, [...mine.flat(), file]);
  }
  return groups.length === 1 ? files : 'several-owners';
}

function belongTogether(one: Patient, other: Patient, value: string): boolean {
  const systems = systemsOf(one.identifier, value);
  const shared = systemsOf(other.identifier, value).some((system) => systems.includes(system));
  return shared || isLinked(one, other) || isLinked(other, one);
}

function systemsOf(identifiers: readonly Identifier[] | undefined, value: string): string[] {
  return (identifiers ?? []).flatMap((known) =>
    known.value === value && known.system !== undefined && known.system !== '' ? [known.system] : [],
  );
}

function isLinked(from: Patient, to: Patient): boolean {
  return to.id !== undefined && (from.link ?? []).some(({ other }) => other.reference === `Patient/${to.id ?? ''}`);
}
