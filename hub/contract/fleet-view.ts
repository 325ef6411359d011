import { z } from 'zod';
import { boardKinds } from './board.ts';
import { areaStatus } from './areas.ts';
import { picture, terminalState } from './fleet.ts';
import { hospitalStatus } from './hospital.ts';
import { selfTestResult } from './self-test.ts';
import { instant, words } from './words.ts';

/** Screen → hub, POST /api/screen/picture, when what it shows changes and every 15 s. */
export const screenPicture = picture.extend({ version: z.string().max(40) });
export type ScreenPicture = z.infer<typeof screenPicture>;

/** Since when a device has its credential; null: not enrolled. */
const enrolledAt = instant.nullable();

export const fleetTerminal = z.object({
  terminalId: z.string(),
  name: words,
  level: z.number().int(),
  enrolledAt,
  /** What it said last, and when that reached the hub. Null: nothing yet. */
  state: terminalState.nullable(),
  heardAt: instant.nullable(),
  /** How far its clock is ahead of the hub's in milliseconds; null while unknown. */
  clockAheadMs: z.number().int().nullable(),
  selfTest: selfTestResult.nullable(),
});
export type FleetTerminal = z.infer<typeof fleetTerminal>;

export const fleetScreen = z.object({
  screenId: z.string(),
  kind: z.enum(boardKinds),
  /** What it stands for. */
  area: words,
  level: z.number().int(),
  enrolledAt,
  connected: z.boolean(),
  sound: z.enum(['on', 'muted']),
  picture: screenPicture.nullable(),
  heardAt: instant.nullable(),
  clockAheadMs: z.number().int().nullable(),
});
export type FleetScreen = z.infer<typeof fleetScreen>;

export const fleetDesk = z.object({
  deskId: z.string(),
  room: words,
  area: words,
  enrolledAt,
  /** Who sits there; null: nobody. */
  staff: words.nullable(),
});
export type FleetDesk = z.infer<typeof fleetDesk>;

/** Everything that stands in the hospital, as its operators see it (GET /api/operator/feed, event: fleet). */
export const fleetView = z.object({
  sequence: z.number().int(),
  at: instant,
  terminals: z.array(fleetTerminal),
  screens: z.array(fleetScreen),
  desks: z.array(fleetDesk),
  /** Who keeps the queue of each area, and who waits there. */
  areas: z.array(areaStatus),
  /** How the hospital information system answers. */
  hospital: hospitalStatus,
  /** Version of the map that serves; null: none is published. */
  mapVersion: z.string().nullable(),
});
export type FleetView = z.infer<typeof fleetView>;
