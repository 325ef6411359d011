import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSite, type Site } from '@lobby/config';
import { FixedClock } from '@lobby/hub/clock.ts';
import type { CheckInReply } from '@lobby/hub/contract';
import type { HospitalPort } from '@lobby/hub/hospital/port.ts';
import { openSandbox, type Sandbox } from '@lobby/hub/hospital/sandbox/sandbox.ts';
import type { VisitAccess } from '@lobby/hub/hub.ts';
import { openHub, type HubSettings, type OpenHub } from '@lobby/hub/open.ts';
import { openSpeech } from '@lobby/hub/speech/speech.ts';
import { writeWave } from '@lobby/hub/speech/wave.ts';
import { demoCard } from './demo-card.ts';

/** Monday, a quarter past nine in the morning in Shaocheng. */
export const mondayMorning = '2026-11-23T01:15:00.000Z';

/** Where a hub of a test keeps its data. */
export interface TestPlace {
  readonly folder: string;
  readonly databaseUrl: string | undefined;
}

const aSound = writeWave({ samplesPerSecond: 8000, samples: new Int16Array(800).fill(9000, 200, 600) });

export interface DemoHub {
  readonly hub: OpenHub;
  readonly sandbox: Sandbox;
  readonly clock: FixedClock;
  readonly troubles: readonly unknown[];
}

export interface DemoHubSettings extends Partial<Pick<HubSettings, 'site' | 'siteFolder' | 'onCheckInStep'>> {
  /** Keeps the text of each sentence that is spoken. */
  readonly said?: string[];
  /** The instant at which the clock stands. */
  readonly at?: string;
  /** Puts something between the hub and the sandbox. */
  readonly hospital?: (sandbox: Sandbox) => HospitalPort;
}

let whole: Site | undefined;

/** The demo site with fewer patients and staff: all of it that tests need. */
export function demoSite(): Site {
  whole ??= loadSite(fileURLToPath(new URL('../../config/sites/demo', import.meta.url)));
  const site = whole;
  if (site.demo === undefined) throw new Error('the demo site has no demo settings');
  // A map takes a thread a second or two to make ready: tests that need it say so.
  return {
    ...site,
    guide: { offered: true },
    demo: { ...site.demo, patients: 120, staff: site.demo.staff.slice(0, 2) },
  };
}

/** A guess at an invented password may be cheap: scrypt's N of a hub in tests. */
const cheapPasswords = 16;

/** A whole hub with the sandbox hospital behind it, at a time that stands still. */
export async function openDemoHub(place: TestPlace, settings: DemoHubSettings = {}): Promise<DemoHub> {
  const { at, hospital, said, ...given } = settings;
  const clock = new FixedClock(at ?? mondayMorning);
  const site = given.site ?? demoSite();
  const sandbox = await openSandbox({ file: join(place.folder, 'sandbox.sqlite'), site, clock });
  const troubles: unknown[] = [];
  const silence = {
    say: async ({ text }: { readonly text: string }) => {
      said?.push(text);
      return aSound;
    },
    close: async () => undefined,
  };
  const hub = await openHub({
    ...given,
    site,
    clock,
    dataFolder: place.folder,
    databaseUrl: place.databaseUrl,
    hospital: hospital?.(sandbox) ?? sandbox,
    sandbox,
    speech: openSpeech({ site, engine: async () => silence }),
    passwordCost: cheapPasswords,
    onTrouble: (error) => troubles.push(error),
  });
  return { hub, sandbox, clock, troubles };
}

export function newKey(): string {
  return randomUUID();
}

/** Lays the card of a demo person down at a terminal. */
export async function presentCard(hub: OpenHub, cardId: string, terminalId = 'K01'): Promise<VisitAccess> {
  const opened = await hub.visits.open(terminalId, { key: newKey(), credential: demoCard(cardId) });
  if (!opened.ok) throw new Error(`the card of ${cardId} opened no visit: ${opened.reason}`);
  return { terminalId, visitId: opened.visitId, secret: opened.secret };
}

/** Checks a demo person in for the next step of the day. */
export async function checkInWithCard(hub: OpenHub, cardId: string): Promise<CheckInReply> {
  const access = await presentCard(hub, cardId);
  const agenda = await hub.visits.agenda(access);
  const stepId = agenda.ok ? agenda.agenda.next?.stepId : undefined;
  if (stepId === undefined) throw new Error(`${cardId} has nothing to do today`);
  return hub.visits.checkIn(access, { key: newKey(), stepId });
}
