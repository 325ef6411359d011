import { randomUUIDv7 } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '@lobby/config';
import { HubAssist } from './assist/assist.ts';
import type { Clock } from './clock.ts';
import { EventFeed } from './feed/event-feed.ts';
import { listenForEvents } from './feed/listen.ts';
import { AccountDesk } from './fleet/account-desk.ts';
import { Accounts } from './fleet/accounts.ts';
import { HubFleet } from './fleet/fleet.ts';
import { Logins } from './fleet/logins.ts';
import { openPasswords } from './fleet/password.ts';
import { Screens } from './fleet/screens.ts';
import { SelfTests } from './fleet/self-tests.ts';
import { HubStaff } from './fleet/staff.ts';
import { guardHospital, type Later } from './hospital/guarded-hospital.ts';
import { systemOf, tellOfChange } from './hospital/hospital-system.ts';
import type { HospitalPort } from './hospital/port.ts';
import { openSandbox, type Sandbox } from './hospital/sandbox/sandbox.ts';
import type { Hub } from './hub.ts';
import { livingSite } from './living-site.ts';
import { HubGuide } from './guide/guide.ts';
import { HubLoads } from './loads.ts';
import { HubBoards } from './queue/boards.ts';
import { QueueByItself } from './queue/acts/by-itself.ts';
import { HubDeskApi } from './queue/desk-api.ts';
import { Estimates } from './queue/estimates/estimates.ts';
import { HubDesks } from './queue/desks.ts';
import { FollowReports } from './queue/follow-reports.ts';
import { Lines } from './queue/lines.ts';
import { checkInSupportOf } from './queue/mirrored/check-in-support.ts';
import { FollowHospital } from './queue/mirrored/follow-hospital.ts';
import { HubMirror } from './queue/mirrored/mirror.ts';
import { Simulations } from './queue/simulation/simulations.ts';
import { SitePlan } from './queue/site-plan.ts';
import { HubTicketPages } from './queue/ticket-pages.ts';
import { prepareCalls } from './queue/prepare-calls.ts';
import { SpokenCalls } from './queue/spoken-calls.ts';
import { openSpeech, type CallSpeech } from './speech/speech.ts';
import { migrate } from './store/migrate.ts';
import { openDatabase, type OpenedDatabase } from './store/open-database.ts';
import { Store } from './store/store.ts';
import type { Database } from './store/tables.ts';
import { openCardMarks } from './visits/card-marks.ts';
import type { CheckInStep } from './visits/check-in.ts';
import { HubServiceTickets } from './visits/service-tickets.ts';
import { TellUndone } from './visits/tell-undone.ts';
import { HubVisits } from './visits/visits.ts';

export interface HubSettings {
  readonly site: Site;
  readonly clock: Clock;
  /** Folder of hub.sqlite and sandbox.sqlite; made where it is missing. */
  readonly dataFolder: string;
  /** Folder of the site's settings, in which its maps are; only maps that ship are found when it is left out. */
  readonly siteFolder?: string | undefined;
  /** PostgreSQL, such as postgres://lobby@db.hospital.example/lobby; SQLite when it is left out or empty. */
  readonly databaseUrl?: string | undefined;
  /** The hospital information system; the sandbox unless given. The hub closes it. */
  readonly hospital?: HospitalPort;
  /** The sandbox that an operator may tell how to behave, where it stands behind `hospital`. */
  readonly sandbox?: Sandbox;
  /** Time that only goes forward, for pauses and deadlines; the machine's unless given. */
  readonly steady?: Clock;
  /** Runs something later; the machine's timers unless given. */
  readonly later?: Later;
  /** Speaks the calls; espeak-ng unless given. The hub closes it. */
  readonly speech?: CallSpeech;
  /** scrypt's N for passwords; fit for a hospital unless given. Tests log in often and take less. */
  readonly passwordCost?: number | undefined;
  /** Hears of what goes wrong without anybody having asked for it; the console unless given. */
  readonly onTrouble?: (error: unknown) => void;
  /** Hears of each step of a check-in as it is done. */
  readonly onCheckInStep?: (step: CheckInStep) => void;
}

/** A hub with what its demo and its maintenance need of it besides. */
export interface OpenHub extends Hub {
  readonly visits: HubVisits;
  readonly boards: HubBoards;
  readonly staff: HubStaff;
  readonly hospital: HospitalPort;
  readonly assist: HubAssist;
  readonly mirror: HubMirror;
  readonly guide: HubGuide;
  /** The hospital's own queues, as far as they are mirrored here. */
  readonly followed: FollowHospital;
  /** The reports of whoever is at tests. */
  readonly reports: FollowReports;
  /** Tells the hospital of check-ins that were undone. */
  readonly tellUndone: TellUndone;
  /** The hub's own connection: what it is told, such as a limit to the size of its file, holds for the hub. */
  readonly database: Database;
  /** What has to be looked after from time to time; done by itself every minute. */
  tidy(): Promise<void>;
  /** Does what queues do by themselves at this moment; done by itself when it is due. */
  queuesByThemselves(): Promise<void>;
}

const tidyMilliseconds = 60_000;

/** Opens the databases, brings them up to date, finishes what was left open, and gives the hub. */
export async function openHub(settings: HubSettings): Promise<OpenHub> {
  const { clock } = settings;
  const living = livingSite(settings.site);
  const { site } = living;
  const onTrouble = settings.onTrouble ?? logTrouble;
  mkdirSync(settings.dataFolder, { recursive: true });
  const opened = await readyDatabase(settings, onTrouble);
  const feed = await EventFeed.open(opened.database, onTrouble);
  const store = new Store(opened, clock, () => feed.wake());
  const sandbox = settings.hospital === undefined ? await openOwnSandbox(settings) : settings.sandbox;
  const outside = settings.hospital ?? sandbox;
  if (outside === undefined) throw new Error('a hub needs a hospital');
  const port = guardHospital(outside, {
    rule: site.hospitalSystem,
    clock,
    steady: settings.steady ?? steadyClock,
    later: settings.later ?? laterByTimer,
    random: Math.random,
    onChange: (status) => void tellOfChange({ site, store, clock }, status).catch(onTrouble),
  });
  const speech = settings.speech ?? openSpeech({ site });
  const plan = new SitePlan(site);
  const loads = new HubLoads({ living, plan, store, clock, ownData: sandbox?.ownData });
  loads.takePlaces();
  const lines = new Lines(site, clock);
  const passwords = openPasswords(settings.passwordCost);
  const accounts = new Accounts({ site, store, clock, passwords });
  const logins = new Logins({ site, store, clock, accounts });
  const staff = new HubStaff({ site, store, clock, accounts });
  const screens = new Screens({ site, store, clock, hubId: randomUUIDv7(), onTrouble });
  const estimates = new Estimates({ plan, lines, store, clock, logins });
  const onStep = settings.onCheckInStep ?? (() => undefined);
  const markCard = openCardMarks(settings.dataFolder);
  const folder = settings.siteFolder;
  const waitingIn = async (areaId: string): Promise<number> => (await boards.board(areaId))?.waitingCount ?? 0;
  const guide = new HubGuide({ living, plan, folder, store, clock, port, waitingIn, onTrouble });
  const tellUndone = new TellUndone({ port, store, clock, onTrouble });
  const visits = new HubVisits({
    port,
    store,
    lines,
    plan,
    clock,
    tellUndone,
    onStep,
    onTrouble,
    staff,
    markCard,
    estimates,
    guide,
  });
  const checkIn = (): ReturnType<typeof checkInSupportOf> => checkInSupportOf(port);
  const mirror = new HubMirror({ plan, lines, store, clock, onTrouble, checkIn });
  const fleet = new HubFleet({
    site,
    store,
    clock,
    screens,
    selfTests: new SelfTests({ site, store, clock }),
    hospital: () => port.status,
    areas: () => mirror.areas(),
    mapVersion: () => guide.version,
    onAgentStarted: (terminalId, at) => visits.agentStarted(terminalId, at),
  });
  const parts = { plan, lines, store, clock, logins, screens, estimates };
  const boards = new HubBoards(parts);
  const desks = new HubDesks(parts);
  const byItself = new QueueByItself({ ...parts, onTrouble }, desks);
  const assist = new HubAssist({ site, store, clock, plan, lines, onTrouble });
  const spoken = new SpokenCalls({ plan, lines, database: opened.database, speech, clock, screens });

  const simulations = new Simulations({ plan, lines, database: opened.database });
  const followed = new FollowHospital({ site, store, port, mirror, onTrouble });
  const reports = new FollowReports({ store, lines, plan, port, onTrouble });

  await accounts.takeOverStaff();
  await screens.start();
  await visits.start();
  const stopListening = await listenWhereNeeded(settings, feed, onTrouble);
  const stopPreparing = prepareCalls(feed, spoken, onTrouble);
  const stopWatchingHelp = watchHelp(feed, assist);
  const stopWatchingQueues = watchQueues(feed, byItself);
  const stopWatchingPlaces = loads.watch(feed);
  mirror.start();
  const stopFollowing = followed.start(feed);
  const stopFollowingReports = reports.start(feed);
  const stopTelling = tellUndone.start(feed);
  const stopGuide = await guide.start(feed);
  const tidy = async (): Promise<void> => {
    await visits.tidy();
    await tellUndone.tidy();
    await fleet.prune();
    await staff.prune();
    await assist.tidy();
    await mirror.tidy();
    await estimates.tidy();
    await guide.tidy();
    await store.prune();
  };
  const timer = setInterval(() => void tidy().catch(onTrouble), tidyMilliseconds);
  timer.unref();

  const close = async (): Promise<void> => {
    clearInterval(timer);
    await stopPreparing();
    stopWatchingHelp();
    stopWatchingQueues();
    await byItself.stop();
    stopWatchingPlaces();
    await stopGuide();
    await stopListening();
    await assist.stop();
    await stopFollowing();
    await stopFollowingReports();
    await stopTelling();
    await mirror.stop();
    await feed.close();
    await screens.settle();
    await speech.close();
    await simulations.close();
    await port.close();
    await opened.database.destroy();
  };
  return {
    site,
    clock,
    visits,
    boards,
    desks,
    deskApi: new HubDeskApi(parts, desks),
    serviceTickets: new HubServiceTickets({ port, store, lines, plan, clock }),
    fleet,
    staff,
    accounts: new AccountDesk({ site, store, clock, accounts, passwords }),
    feed,
    speech: spoken,
    assist,
    guide,
    loads,
    mirror,
    simulations,
    followed,
    reports,
    tellUndone,
    hospital: port,
    database: opened.database,
    storage: () => (store.full ? 'full' : 'ok'),
    estimates,
    ticketPages: new HubTicketPages({ plan, store, clock, estimates }),
    hospitalSystem: systemOf(port, sandbox),
    tidy,
    queuesByThemselves: () => byItself.due(),
    close: once(close),
  };
}

/** Never set back, whatever becomes of the machine's clock. */
const steadyClock: Clock = { now: () => performance.now() };

const laterByTimer: Later = (work, milliseconds) => {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
};

function openOwnSandbox({ dataFolder, site, clock }: HubSettings): Promise<Sandbox> {
  return openSandbox({ file: join(dataFolder, 'sandbox.sqlite'), site, clock });
}

/** Database file of the hub inside its data folder. */
export function hubFile(dataFolder: string): string {
  return join(dataFolder, 'hub.sqlite');
}

async function readyDatabase(settings: HubSettings, onTrouble: (error: unknown) => void): Promise<OpenedDatabase> {
  const opened = openDatabase({ url: settings.databaseUrl, file: hubFile(settings.dataFolder), onTrouble });
  const migrated = await migrate(opened.database, opened.kind);
  if (migrated.ok) return opened;
  await opened.database.destroy();
  throw new Error(migrated.sentence);
}

async function listenWhereNeeded(
  settings: HubSettings,
  feed: EventFeed,
  onTrouble: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const url = settings.databaseUrl ?? '';
  if (url === '') return async () => undefined;
  return listenForEvents(url, { wake: () => feed.wake(), onTrouble });
}

/** Whatever happens in a queue or at a desk sets the time of the next thing that a queue does by itself. */
function watchQueues(feed: EventFeed, byItself: QueueByItself): () => void {
  byItself.look();
  return feed.follow(
    (events) => {
      if (events.some(({ type }) => type !== 'call.shown' && /^(ticket|call|desk)\./.test(type))) byItself.look();
    },
    () => undefined,
  );
}

/** Whatever happens to a request for help, at whichever hub server, sets the time of the next thing that is due. */
function watchHelp(feed: EventFeed, assist: HubAssist): () => void {
  assist.start();
  return feed.follow(
    (events) => {
      if (events.some(({ type }) => type === 'assist.changed')) assist.changed();
    },
    () => undefined,
  );
}

function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined;
  return () => (closing ??= close());
}

function logTrouble(error: unknown): void {
  // The message of a database or network error; never the row it was about.
  console.error(`hub: ${error instanceof Error ? error.message : String(error)}`);
}
