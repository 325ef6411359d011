import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { floorName, floorSign, loadSite } from '@lobby/config';
import { floors } from '@lobby/maps/venues/demo-generator/generate.ts';

const site = loadSite(fileURLToPath(new URL('../../config/sites/demo', import.meta.url)));

/** Everything of one kind in the venue that the site knows by a name of its own, with the sign of its floor. */
function inVenue<T>(pick: (piece: (typeof floors)[number]['pieces'][number]) => readonly T[]) {
  return floors.flatMap(({ sign, pieces }) => pieces.flatMap((piece) => pick(piece).map((is) => ({ sign, is }))));
}

const unitsWith = (code: 'area' | 'room') =>
  inVenue((piece) =>
    piece.piece === 'unit' && typeof piece.hospital?.[code] === 'string'
      ? [{ id: piece.hospital[code], name: piece.name }]
      : [],
  );

test('floors of the demo venue are signed as tickets and slips sign them', () => {
  const levels = [-1, 1, 2, 3, 4, 5];
  expect(floors.map(({ sign }) => sign)).toEqual(levels.map(floorSign));
  expect(floors.map(({ name }) => name)).toEqual(levels.map(floorName));
});

test('every waiting area of the demo site is in the venue under its name on its floor, and no other is', () => {
  const expected = site.areas.map(({ id, name, level }) => ({ sign: floorSign(level), is: { id, name } }));
  expect(byId(unitsWith('area'))).toEqual(byId(expected));
});

test('every room of the demo site is in the venue under its name on the floor of its area, and no other is', () => {
  const expected = site.areas.flatMap(({ rooms, level }) =>
    rooms.map(({ id, name }) => ({ sign: floorSign(level), is: { id, name } })),
  );
  expect(byId(unitsWith('room'))).toEqual(byId(expected));
});

test('every clinic of the demo site is in the venue under its name, in a room of its queue', () => {
  const found = inVenue((piece) =>
    piece.piece === 'occupant' && piece.hospital !== null
      ? [{ id: piece.hospital['departments'], name: piece.name, room: piece.unit }]
      : [],
  );
  const expected = site.areas.flatMap(({ queues, level }) =>
    queues.map(({ clinic, name, rooms }) => ({ sign: floorSign(level), is: { id: [clinic], name, room: rooms[0] } })),
  );
  expect(byId(found)).toEqual(byId(expected));
});

test('every terminal and screen of the demo site hangs or stands in the venue on its floor, and no other does', () => {
  const found = inVenue((piece) => (piece.piece === 'kiosk' ? [piece.device] : []));
  const terminals = site.terminals.map(({ id, level }) => ({ sign: floorSign(level), is: { kind: 'terminal', id } }));
  const screens = site.screens.map((screen) => ({ sign: signOfScreen(screen), is: { kind: 'screen', id: screen.id } }));
  expect(byId(found)).toEqual(byId([...terminals, ...screens]));
});

/** The lobby's screen has no area: the lobby is on floor 1. */
function signOfScreen(screen: (typeof site.screens)[number]): string {
  if (screen.kind === 'lobby') return '1';
  const area = site.areas.find(({ id, rooms }) =>
    screen.kind === 'door' ? rooms.some((room) => room.id === screen.room) : id === screen.area,
  );
  return floorSign(area?.level ?? 0);
}

function byId<T extends { is: { id: unknown } }>(things: readonly T[]): readonly T[] {
  return things.toSorted((a, b) => String(a.is.id).localeCompare(String(b.is.id)));
}
