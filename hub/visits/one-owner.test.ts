import type { Patient } from 'fhir/r4.js';
import { expect, test } from 'vitest';
import { filesOfOneOwner } from './one-owner.ts';

const file = (id: string, ...identifier: { system?: string; value: string }[]): Patient => ({
  resourceType: 'Patient',
  id,
  identifier,
});
const byValue = { system: null, value: '77' };
const [ours, theirs] = [
  { system: 'urn:ours', value: '77' },
  { system: 'urn:theirs', value: '77' },
];

test('two files with one number of one system are what a credential opens', () => {
  const files = [file('a', ours), file('b', ours)];
  expect(filesOfOneOwner(files, byValue)).toEqual(files);
});

test('two systems that gave out the same number mean two people', () => {
  expect(filesOfOneOwner([file('a', ours), file('b', theirs)], byValue)).toBe('several-owners');
});

test('a number without a system says nothing about another file with it', () => {
  expect(filesOfOneOwner([file('a', { value: '77' }), file('b', { value: '77' })], byValue)).toBe('several-owners');
  expect(
    filesOfOneOwner([file('a', { system: '', value: '77' }), file('b', { system: '', value: '77' })], byValue),
  ).toBe('several-owners');
});

test('files that the hospital has linked are of one person', () => {
  const linked = { ...file('a', ours), link: [{ other: { reference: 'Patient/b' }, type: 'seealso' as const }] };
  expect(filesOfOneOwner([linked, file('b', theirs)], byValue)).toHaveLength(2);
});

test('a file in the middle joins its two neighbours', () => {
  const files = [file('a', ours), file('b', theirs), file('c', ours, theirs)];
  expect(filesOfOneOwner(files, byValue)).toHaveLength(3);
});

test('one file is one owner, and a known system has one owner whatever it opens', () => {
  expect(filesOfOneOwner([file('a', { value: '77' })], byValue)).toHaveLength(1);
  expect(filesOfOneOwner([file('a', ours), file('b', theirs)], { system: 'urn:ours', value: '77' })).toHaveLength(2);
});
