import type { DeviceKind, FleetDesk, FleetScreen, FleetTerminal, FleetView, Words } from '@lobby/hub/contract';
import { deskTroubles, needsSomebody, screenTroubles, terminalTroubles, weightOf, type Trouble } from './troubles.ts';

/** A device as a row of the list. */
export type DeviceRow = {
  readonly id: string;
  readonly name: Words;
  readonly level: number | undefined;
  readonly troubles: readonly Trouble[];
  readonly needed: boolean;
} & (
  | { readonly kind: 'terminal'; readonly device: FleetTerminal }
  | { readonly kind: 'screen'; readonly device: FleetScreen }
  | { readonly kind: 'desk'; readonly device: FleetDesk }
);

/** Everything that stands in the hospital, the worst first; equals stay in the order of the site. */
export function deviceRows(fleet: FleetView, now: number, version: string): readonly DeviceRow[] {
  const rows: DeviceRow[] = [
    ...fleet.terminals.map((device) => {
      const { terminalId: id, name, level } = device;
      return { kind: 'terminal', id, name, level, device, ...judged(terminalTroubles(device, now)) } as const;
    }),
    ...fleet.screens.map((device) => {
      const { screenId: id, area: name, level } = device;
      return { kind: 'screen', id, name, level, device, ...judged(screenTroubles(device, now, version)) } as const;
    }),
    ...fleet.desks.map((device) => {
      const { deskId: id, area, room } = device;
      const name = { zh: `${area.zh} ${room.zh}`, en: `${area.en}, ${room.en}` };
      return { kind: 'desk', id, name, level: undefined, device, ...judged(deskTroubles(device)) } as const;
    }),
  ];
  // Not yet enrolled is no trouble: such devices stand behind those that work.
  return rows.sort((one, other) => placeOf(other) - placeOf(one));
}

function judged(troubles: readonly Trouble[]) {
  return { troubles, needed: needsSomebody(troubles) };
}

function placeOf({ troubles, device }: DeviceRow): number {
  return device.enrolledAt === null ? -1 : weightOf(troubles);
}

/** Name of a kind of device in addresses of the hub: where a browser becomes one. */
export const pageOfKind = { terminal: undefined, screen: '/display', desk: '/desk' } as const satisfies Record<
  DeviceKind,
  string | undefined
>;
