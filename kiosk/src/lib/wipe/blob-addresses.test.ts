import { resolveObjectURL } from 'node:buffer';
import { expect, it } from 'vitest';
import { rememberBlobs } from './blob-addresses.ts';

it('a blob that nobody revoked is gone after the wipe, one that is still made afterwards is gone after the next', () => {
  class Addresses extends URL {}
  const revokeAll = rememberBlobs(Addresses);
  const said = Addresses.createObjectURL(new Blob(['张建明']));
  const dropped = Addresses.createObjectURL(new Blob(['A012']));
  Addresses.revokeObjectURL(dropped);
  expect([resolveObjectURL(said) !== undefined, resolveObjectURL(dropped)]).toEqual([true, undefined]);
  revokeAll();
  const later = Addresses.createObjectURL(new Blob(['王秀英']));
  expect([resolveObjectURL(said), resolveObjectURL(later) !== undefined]).toEqual([undefined, true]);
  revokeAll();
  expect(resolveObjectURL(later)).toBeUndefined();
});
