import { placeOfScreen, showsCall, type Screen, type Site } from '@lobby/config';
import {
  boardCallsAtMost,
  boardWaitingAtMost,
  type Board,
  type BoardCall,
  type ScreenLanguage,
} from '../contract/index.ts';
import type { AreaPicture, CallOnBoard } from './board.ts';
import type { SitePlan } from './site-plan.ts';

export interface ScreenBoardInput {
  readonly plan: SitePlan;
  readonly screen: Screen;
  /** Of the areas of the screen, in their order. */
  readonly pictures: readonly AreaPicture[];
  readonly sequence: number;
  readonly now: number;
  /** Version of the screen's settings. */
  readonly settings: string;
}

/** What one screen shows: its part of the pictures of its areas. */
export function boardOfScreen(input: ScreenBoardInput): Board {
  const { plan, screen, pictures, now } = input;
  const { site } = plan;
  const place = placeOfScreen(site, screen);
  return {
    kind: screen.kind,
    areaId: pictures[0]?.area.id ?? '',
    hospital: site.hospital.name,
    area: place.name,
    level: place.level,
    sequence: input.sequence,
    at: new Date(now).toISOString(),
    ...hiding(screen, partOf(input)),
    notices: uniqueNotices(pictures),
    ...silenceOf(pictures),
    settings: input.settings,
  };
}

/** The longest silence of an area that another system keeps. */
function silenceOf(pictures: readonly AreaPicture[]): Pick<Board, 'silentSince'> {
  const [silentSince] = pictures.flatMap((picture) => picture.silentSince ?? []).sort();
  return silentSince === undefined ? {} : { silentSince };
}

type Part = Pick<Board, 'calls' | 'rooms' | 'waiting' | 'waitingCount' | 'missed' | 'clinics' | 'doctorsOff'>;

function partOf({ plan, screen, pictures }: ScreenBoardInput): Part {
  const doctorsOff = pictures.flatMap((picture) => picture.doctorsOff);
  if (screen.kind === 'lobby') {
    const clinics = pictures.flatMap((picture) => picture.clinics);
    return { calls: [], rooms: [], waiting: [], waitingCount: 0, missed: [], clinics, doctorsOff };
  }
  const rooms = pictures.flatMap((picture) => picture.rooms.filter(({ room }) => showsRoom(screen, room.id)));
  const queues = queuesOf(plan, screen);
  const waiting = pictures.flatMap((picture) => picture.waiting.filter(({ queueId }) => queues.has(queueId)));
  const missed = pictures.flatMap((picture) => picture.missed.filter(({ queueId }) => queues.has(queueId)));
  return {
    calls: callsOn(plan.site, screen, pictures),
    rooms,
    waiting: waiting.slice(0, boardWaitingAtMost).map(({ label, who, queue }) => ({ label, who, queue })),
    waitingCount: waiting.length,
    missed: missed.map(({ label }) => label),
    clinics: [],
    doctorsOff,
  };
}

function callsOn(site: Site, screen: Screen, pictures: readonly AreaPicture[]): BoardCall[] {
  const languages = spokenLanguages(site, screen);
  return pictures
    .flatMap(({ area, calls }) =>
      calls.filter(({ room, queueId }) => showsCall(screen, { areaId: area.id, roomId: room.id, queueId })),
    )
    .slice(0, boardCallsAtMost)
    .map((call) => spoken(call, languages));
}

function spoken(call: CallOnBoard, languages: readonly ScreenLanguage[]): BoardCall {
  const paths = languages.map((language) => `/api/speech/${call.callId}/${language}`);
  return { ...call, speech: paths, ticketSpeech: paths.slice(0, 1).map((path) => `${path}/ticket`) };
}

/** Languages in which a screen speaks, in order. */
function spokenLanguages(site: Site, screen: Screen): readonly ScreenLanguage[] {
  return screen.languages ?? site.speech.languages;
}

function showsRoom(screen: Exclude<Screen, { kind: 'lobby' }>, roomId: string): boolean {
  if (screen.kind === 'door') return screen.room === roomId;
  return screen.kind === 'area' || (screen.rooms?.includes(roomId) ?? true);
}

/** The queues whose waiting and missed tickets a screen lists. */
function queuesOf(plan: SitePlan, screen: Exclude<Screen, { kind: 'lobby' }>): ReadonlySet<string> {
  if (screen.kind === 'door') {
    const area = plan.site.areas.find(({ rooms }) => rooms.some(({ id }) => id === screen.room));
    return new Set(area === undefined ? [] : plan.queuesInRoom(area, screen.room).map(({ queue }) => queue.id));
  }
  const all = plan.area(screen.area)?.queues.map(({ id }) => id) ?? [];
  return new Set(screen.kind === 'area' ? all : (screen.queues ?? all));
}

function hiding({ hide }: Screen, part: Part): Part {
  return {
    ...part,
    waiting: hide.includes('waiting') ? [] : part.waiting,
    missed: hide.includes('missed') ? [] : part.missed,
    rooms: part.rooms.map((room) => ({
      ...room,
      ...(hide.includes('prepare') && { prepare: [] }),
      ...(hide.includes('doctors') && { practitioner: null, practitionerTitle: null }),
    })),
  };
}

/** A message to several areas of a screen is shown once. */
function uniqueNotices(pictures: readonly AreaPicture[]): Board['notices'] {
  const notices = new Map(pictures.flatMap((picture) => picture.notices).map((notice) => [notice.id, notice]));
  return [...notices.values()];
}
