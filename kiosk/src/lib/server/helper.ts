import type { StaffPerson, StaffRole } from '@lobby/hub/contract';

const helping: readonly StaffRole[] = ['volunteer', 'nurse', 'operator'];

export type HelperResult =
  | { readonly ok: true; readonly person: StaffPerson }
  | { readonly ok: false; readonly reason: 'not-logged-in' | 'role-not-allowed' };

/** Whoever is logged in, when they may help on the floor. */
export function helperIn(locals: Pick<App.Locals, 'staff'>): HelperResult {
  const { staff } = locals;
  if (staff === undefined) return { ok: false, reason: 'not-logged-in' };
  return mayHelp(staff) ? { ok: true, person: staff } : { ok: false, reason: 'role-not-allowed' };
}

export function mayHelp(person: StaffPerson | undefined): person is StaffPerson {
  return person !== undefined && helping.includes(person.role);
}
