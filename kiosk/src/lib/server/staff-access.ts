import { LOBBY_DATA } from '$app/env/private';
import type { StaffRole } from '@lobby/hub/contract';
import type { RequestEvent } from '@sveltejs/kit';
import { isOperator } from './operator-token.ts';
import { bearerOf } from './same-origin.ts';
import { staffRoutes } from './staff-routes.ts';

export type StaffAccess =
  /** `by`: a work number, a badge's id, or `token` for whoever holds the operator token. */
  | { readonly ok: true; readonly by: string; readonly role: StaffRole }
  | { readonly ok: false; readonly reason: 'operator-unknown' | 'not-logged-in' | 'role-not-allowed' };

/** Whether whoever asks may ask this, by the table of staff routes. The operator token may all that operators may. */
export function staffAccess({ request, locals, route }: RequestEvent): StaffAccess {
  const roles = rolesFor(`${request.method} ${route.id ?? ''}`);
  const bearer = bearerOf(request.headers);
  if (bearer !== undefined) {
    const known = isOperator(LOBBY_DATA, bearer);
    return known ? { ok: true, by: 'token', role: 'operator' } : { ok: false, reason: 'operator-unknown' };
  }
  const { staff } = locals;
  if (staff === undefined) return { ok: false, reason: 'not-logged-in' };
  if (staff.role !== 'operator' && !roles.includes(staff.role)) return { ok: false, reason: 'role-not-allowed' };
  return { ok: true, by: staff.staffId, role: staff.role };
}

function rolesFor(route: string): readonly StaffRole[] {
  const roles: Readonly<Record<string, readonly StaffRole[]>> = staffRoutes;
  const found = roles[route];
  if (found === undefined) throw new Error(`the table of staff routes does not have ${route}`);
  return found;
}
