import type { DeviceStatus, FleetDesk, FleetScreen, FleetTerminal, SelfTestPart } from '@lobby/hub/contract';

/** What of a terminal has a state of its own; readers that only some have are left out where they are not. */
export type PartName = 'reader' | 'printer' | 'scanner' | 'stripe' | 'documents';

/** Something about a device that somebody should see to. Ages in milliseconds. */
export type Trouble =
  | { readonly kind: 'silent'; readonly age: number }
  | { readonly kind: 'never-heard' }
  | { readonly kind: 'screen-away' }
  | { readonly kind: 'page-gone' }
  | { readonly kind: 'picture-old'; readonly age: number }
  | { readonly kind: 'out-of-service' }
  | { readonly kind: 'part'; readonly part: PartName; readonly status: DeviceStatus }
  | { readonly kind: 'self-test'; readonly parts: readonly SelfTestPart[] }
  | { readonly kind: 'muted' }
  | { readonly kind: 'clock'; readonly ahead: number }
  | { readonly kind: 'unknown-jobs'; readonly count: number }
  | { readonly kind: 'paper-near-end' }
  | { readonly kind: 'old-page' }
  | { readonly kind: 'not-enrolled' };

/** How soon somebody has to go: the largest first. Below `needsSomebody` nobody is waiting because of it. */
const weights = {
  silent: 90,
  'screen-away': 90,
  'page-gone': 88,
  'picture-old': 87,
  'out-of-service': 86,
  part: 80,
  'never-heard': 75,
  'self-test': 70,
  muted: 50,
  clock: 45,
  'unknown-jobs': 40,
  'paper-near-end': 35,
  'old-page': 20,
  'not-enrolled': 10,
} as const satisfies Record<Trouble['kind'], number>;
const needsSomebodyFrom = 30;

/** A terminal reports every 15 s, a screen paints at least every 15 s: three times nothing is silence. Milliseconds. */
export const silentAfter = 45_000;
const pictureOldAfter = 60_000;
/** A clock further off than this makes slips and logs wrong. Milliseconds. */
const clockOff = 30_000;
export const partNames = ['reader', 'printer', 'scanner', 'stripe', 'documents'] as const satisfies readonly PartName[];

export function weightOf(troubles: readonly Trouble[]): number {
  return Math.max(0, ...troubles.map(({ kind }) => weights[kind]));
}

export function needsSomebody(troubles: readonly Trouble[]): boolean {
  return weightOf(troubles) >= needsSomebodyFrom;
}

/** `now`: the hub's time in milliseconds. */
export function terminalTroubles(terminal: FleetTerminal, now: number): readonly Trouble[] {
  const { enrolledAt, state, heardAt } = terminal;
  if (enrolledAt === null) return [{ kind: 'not-enrolled' }];
  if (state === null || heardAt === null) return [{ kind: 'never-heard' }];
  const age = now - Date.parse(heardAt);
  // What it said before it fell silent is no longer known.
  if (age > silentAfter) return [{ kind: 'silent', age }];
  const { picture } = state;
  return sorted([
    picture === null && { kind: 'page-gone' },
    isOld(picture?.paintedAt, state.saidAt) && {
      kind: 'picture-old',
      age: age + difference(state.saidAt, picture?.paintedAt),
    },
    picture?.shown === 'out-of-service' && { kind: 'out-of-service' },
    ...partNames.map((part): Trouble | false => {
      const status = state[part];
      return (
        status !== undefined && (status.state === 'away' || status.state === 'fault') && { kind: 'part', part, status }
      );
    }),
    failedParts(terminal).length > 0 && { kind: 'self-test', parts: failedParts(terminal) },
    ...clockTrouble(terminal.clockAheadMs),
    state.unknownJobs > 0 && { kind: 'unknown-jobs', count: state.unknownJobs },
    state.paper === 'near-end' && { kind: 'paper-near-end' },
  ]);
}

/** `version`: of the pages that the hub serves now. */
export function screenTroubles(screen: FleetScreen, now: number, version: string): readonly Trouble[] {
  const { enrolledAt, connected, picture, heardAt } = screen;
  if (enrolledAt === null) return [{ kind: 'not-enrolled' }];
  if (!connected) return [{ kind: 'screen-away' }];
  const age = picture === null || heardAt === null ? 0 : now - Date.parse(heardAt);
  return sorted([
    age > pictureOldAfter && { kind: 'picture-old', age },
    screen.sound === 'muted' && { kind: 'muted' },
    ...clockTrouble(screen.clockAheadMs),
    picture !== null && picture.version !== version && { kind: 'old-page' },
  ]);
}

export function deskTroubles({ enrolledAt }: FleetDesk): readonly Trouble[] {
  return enrolledAt === null ? [{ kind: 'not-enrolled' }] : [];
}

/** Parts of the last self-test that failed. */
export function failedParts({ selfTest }: FleetTerminal): readonly SelfTestPart[] {
  if (selfTest === null) return [];
  const { card, print, speak, call } = selfTest.parts;
  return Object.entries({ card, print, speak, call }).flatMap(([part, outcome]) =>
    outcome.state === 'failed' ? [part as SelfTestPart] : [],
  );
}

function clockTrouble(ahead: number | null): readonly Trouble[] {
  return ahead !== null && Math.abs(ahead) > clockOff ? [{ kind: 'clock', ahead }] : [];
}

/** Painting and report are told by the same clock, so a wrong one does not matter. */
function isOld(paintedAt: string | undefined, saidAt: string | undefined): boolean {
  return difference(saidAt, paintedAt) > pictureOldAfter;
}

function difference(later: string | undefined, earlier: string | undefined): number {
  return later === undefined || earlier === undefined ? 0 : Date.parse(later) - Date.parse(earlier);
}

function sorted(found: readonly (Trouble | false | undefined)[]): readonly Trouble[] {
  const troubles = found.filter((one) => one !== false && one !== undefined);
  return troubles.sort((one, other) => weights[other.kind] - weights[one.kind]);
}
