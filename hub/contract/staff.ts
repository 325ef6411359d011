import { z } from 'zod';
import { words } from './words.ts';

/** What a staff member may do. An operator may do what all others may. */
export const staffRoles = ['doctor', 'nurse', 'volunteer', 'cashier', 'operator'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** A person who is logged in, at a desk or away from one. `staffId`: a work number, or the id of a one-day badge. */
export const staffPerson = z.object({ staffId: z.string(), role: z.enum(staffRoles), name: words.nullable() });
export type StaffPerson = z.infer<typeof staffPerson>;

/** Scanner or camera → hub, POST /api/staff/badge: what the QR code of a one-day badge says. */
export const staffBadge = z.object({ badge: z.string().min(1).max(200) });
