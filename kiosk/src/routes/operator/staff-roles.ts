import type { StaffRole } from '@lobby/hub/contract';

/** In the order in which they are offered. */
export const staffRoles: readonly StaffRole[] = ['doctor', 'nurse', 'cashier', 'volunteer', 'operator'];
