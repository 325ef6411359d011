import { placeOfScreen, soundOfScreen, type Screen, type Site } from '@lobby/config';
import { isoNow, type Clock } from '../clock.ts';
import {
  terminalState,
  type AreaStatus,
  type FleetView,
  type HospitalStatus,
  type ScreenPicture,
  type SelfTestResult,
  type Words,
} from '../contract/index.ts';
import { newestSequence } from '../feed/append.ts';
import type { Store } from '../store/store.ts';
import type { ScreenPictureRow, ScreenStateRow, TerminalStateRow } from '../store/tables.ts';
import type { SelfTests } from './self-tests.ts';
import { enrolments, seatedAt } from './storage.ts';

export interface FleetViewParts {
  readonly site: Site;
  readonly store: Store;
  readonly clock: Clock;
  readonly selfTests: SelfTests;
  readonly hospital: () => HospitalStatus;
  readonly areas: () => Promise<readonly AreaStatus[]>;
  readonly mapVersion: () => string | null;
}

/** What has been heard of every device. */
interface Heard {
  readonly enrolled: ReadonlyMap<string, string>;
  readonly terminals: ReadonlyMap<string, TerminalStateRow>;
  readonly screens: ReadonlyMap<string, ScreenStateRow>;
  readonly pictures: ReadonlyMap<string, ScreenPictureRow>;
  readonly tests: ReadonlyMap<string, SelfTestResult>;
  readonly seated: ReadonlyMap<string, { readonly name: Words }>;
}

/** Every terminal, screen and desk of the site with what was last heard of it: a few queries, however many there are. */
export async function buildFleetView(parts: FleetViewParts): Promise<FleetView> {
  const { site, store, clock } = parts;
  const sequence = await newestSequence(store.database);
  const heard = await hear(parts);
  return {
    sequence,
    at: isoNow(clock),
    terminals: site.terminals.map((terminal) => terminalOf(terminal, heard)),
    screens: site.screens.map((screen) => screenOf(site, screen, heard)),
    desks: site.desks.map((desk) => deskOf(site, desk, heard)),
    areas: [...(await parts.areas())],
    hospital: parts.hospital(),
    mapVersion: parts.mapVersion(),
  };
}

async function hear({ site, store, clock, selfTests }: FleetViewParts): Promise<Heard> {
  const { database } = store;
  const terminals = await database.selectFrom('terminal_state').selectAll().execute();
  const screens = await database.selectFrom('screen_state').selectAll().execute();
  const pictures = await database.selectFrom('screen_picture').selectAll().execute();
  const connected = new Set(screens.filter((row) => row.connected === 1).map((row) => row.screen_id));
  const desks = site.desks.map(({ id }) => id);
  return {
    enrolled: await enrolments(database),
    terminals: new Map(terminals.map((row) => [row.terminal_id, row])),
    screens: new Map(screens.map((row) => [row.screen_id, row])),
    pictures: new Map(pictures.map((row) => [row.screen_id, row])),
    tests: await selfTests.latest(connected),
    seated: await seatedAt(database, desks, isoNow(clock)),
  };
}

function terminalOf({ id, name, level }: Site['terminals'][number], heard: Heard): FleetView['terminals'][number] {
  const row = heard.terminals.get(id);
  return {
    terminalId: id,
    name,
    level,
    enrolledAt: heard.enrolled.get(`terminal ${id}`) ?? null,
    // What an older or newer agent said and this hub cannot read is as good as nothing.
    state: row === undefined ? null : (terminalState.safeParse(JSON.parse(row.state)).data ?? null),
    heardAt: row?.at ?? null,
    clockAheadMs: row?.clock_ahead ?? null,
    selfTest: heard.tests.get(id) ?? null,
  };
}

function screenOf(site: Site, screen: Screen, heard: Heard): FleetView['screens'][number] {
  const { id } = screen;
  const place = placeOfScreen(site, screen);
  const row = heard.screens.get(id);
  const picture = heard.pictures.get(id);
  return {
    screenId: id,
    kind: screen.kind,
    area: place.name,
    level: place.level,
    enrolledAt: heard.enrolled.get(`screen ${id}`) ?? null,
    connected: row?.connected === 1,
    // One that is never heard need not be allowed to sound.
    sound: row?.sound === 'on' || soundOfScreen(site, screen).volume === 0 ? 'on' : 'muted',
    picture: picture === undefined ? null : (JSON.parse(picture.picture) as ScreenPicture),
    heardAt: picture?.at ?? row?.at ?? null,
    clockAheadMs: picture?.clock_ahead ?? null,
  };
}

function deskOf(site: Site, { id, room }: Site['desks'][number], heard: Heard): FleetView['desks'][number] {
  const area = site.areas.find(({ rooms }) => rooms.some((one) => one.id === room));
  return {
    deskId: id,
    room: area?.rooms.find((one) => one.id === room)?.name ?? { zh: room, en: room },
    area: area?.name ?? { zh: '', en: '' },
    enrolledAt: heard.enrolled.get(`desk ${id}`) ?? null,
    staff: heard.seated.get(id)?.name ?? null,
  };
}
