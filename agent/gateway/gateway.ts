import { setTimeout as pause } from 'node:timers/promises';
import { printOutcomes, type AgentEvent, type TerminalState } from '@lobby/hub/contract';
import type { SlipPrinter } from '../printers/slip-printer.ts';
import type { CardReader } from '../readers/card-reader.ts';
import { awayPage, type AwayPlace } from './away-page.ts';
import { badgeDesk, type BadgeDesk } from './badge-desk.ts';
import { followReader } from './card-desk.ts';
import { codeDesk, followScanner, type CodeDesk } from './code-desk.ts';
import { codeMeanings, type CodeMeanings, type CodeOptions } from './code-meanings.ts';
import { scannerPlaces, watchDevices, type DeviceAddresses, type DeviceWatch, type Scanners } from './device-watch.ts';
import { forwarder } from './forward.ts';
import { helpLine, type HelpLine } from './help-line.ts';
import { openHubSide, type HubSide } from './hub-side.ts';
import type { LocalWork } from './local-endpoints.ts';
import { describeError, type Log } from './log.ts';
import { closeServer, listenLocally } from './node-http.ts';
import { pagePresence } from './page-presence.ts';
import { pageStreams, type PageStreams } from './page-streams.ts';
import { printReports, type PrintReports } from './print-reports.ts';
import { lastPicture, type LastPicture } from './last-picture.ts';
import { ticketPrinting, type PrintQueue } from './printing.ts';
import { selfTest, type SelfTest } from './self-test.ts';
import { selfTestReports, type SelfTestReports } from './self-test-reports.ts';
import type { TestSlipPlace } from './self-test-slip.ts';
import { gatewayServer, type ServerOptions } from './server.ts';
import { gatewayTiming, type GatewayTiming } from './timing.ts';
import { typedDesk, type TypedDesk } from './typed-desk.ts';
import { visitEnds, type VisitEnds } from './visit-ends.ts';
import { visitKeeper, type VisitKeeper } from './visit-keeper.ts';
import { wristbandDesk, type WristbandDesk } from './wristband-desk.ts';

export interface GatewayOptions {
  readonly terminalId: string;
  /** 0: any free port. The gateway listens on 127.0.0.1 and nowhere else. */
  readonly port: number;
  readonly hub: URL;
  /** Folder of this terminal's credential. */
  readonly dataFolder: string;
  readonly place: AwayPlace & Pick<TestSlipPlace, 'timeZone'>;
  /** Numbers of cards that are there for self-tests. */
  readonly testCards?: readonly string[];
  readonly version: string;
  readonly reader: CardReader | undefined;
  readonly printer: SlipPrinter | undefined;
  readonly prints: PrintQueue | undefined;
  readonly scanners?: Scanners;
  /** Where each device is; told to whoever asks this machine how its devices are. */
  readonly addresses?: DeviceAddresses;
  /** How codes are told apart; left out: as where a site says nothing of it. */
  readonly codes?: Partial<CodeOptions>;
  readonly enrolmentCode?: string | undefined;
  /** Also lets the sources of the pages pass, for whoever works on them. */
  readonly development?: boolean;
  readonly now: () => number;
  readonly newKey: () => string;
  readonly log: Log;
  readonly timing?: Partial<GatewayTiming>;
}

export interface Gateway {
  readonly port: number;
  readonly address: string;
  /** Ends the visit, streams, connections and timers. Devices and spool belong to whoever opened them. */
  close(): Promise<void>;
}

/** The gateway's parts, once they know each other. */
interface Parts {
  readonly options: GatewayOptions;
  readonly timing: GatewayTiming;
  readonly state: () => TerminalState;
  readonly devices: DeviceWatch;
  readonly hub: HubSide;
  readonly pages: PageStreams;
  readonly visits: VisitKeeper;
  readonly ends: VisitEnds;
  /** Who waits for a staff badge at this terminal. */
  readonly badges: BadgeDesk;
  readonly codes: CodeMeanings;
  readonly desk: CodeDesk;
  readonly typed: TypedDesk;
  readonly wristbands: WristbandDesk;
  readonly help: HelpLine;
  readonly reports: PrintReports;
  readonly test: SelfTest;
  readonly testReports: SelfTestReports;
  readonly picture: LastPicture;
  readonly presence: { came(): void; stop(): void };
  readonly fault: (error: unknown) => void;
}

const isEnded = (state: string): boolean => printOutcomes.some((outcome) => outcome === state);

/** Longest farewell to the hub when the agent stops, in milliseconds. */
const FAREWELL = 800;

/** Opens the terminal's front door. Rejects when the port is taken. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const parts = assemble(options);
  const { hub, pages, visits, ends, devices, presence, fault } = parts;
  const server = gatewayServer(serverOptions(parts));
  const stops = joinEvents(parts);
  const stopAll = (): void =>
    [...stops, presence.stop, ends.stop, pages.closeAll, devices.stop, hub.close].forEach((stop) => stop());
  const port = await listenLocally(server, options.port).catch((error: unknown) => {
    stopAll();
    throw error;
  });
  void hub.watch.look();

  return {
    port,
    address: `http://127.0.0.1:${port}`,
    async close() {
      stops.forEach((stop) => stop());
      await Promise.race([visits.end('agent-lost').catch(fault), pause(FAREWELL)]);
      stopAll();
      await closeServer(server);
    },
  };
}

function assemble(options: GatewayOptions): Parts {
  const { terminalId, dataFolder, enrolmentCode, reader, printer, prints, now, newKey, log } = options;
  const timing = { ...gatewayTiming, ...options.timing };
  const startedAt = new Date(now()).toISOString();
  const devices = watchDevices({ reader, printer, now, ...(options.scanners && { scanners: options.scanners }) });
  const state = (): TerminalState => ({
    version: options.version,
    startedAt,
    ...devices.now,
    unknownJobs: prints?.unknownCount() ?? 0,
    saidAt: new Date(now()).toISOString(),
    ...picture.shown(pages.count),
  });
  const picture = lastPicture();
  const hub = openHubSide({ hub: options.hub, terminalId, dataFolder, enrolmentCode, state, timing, log });
  const fault = (error: unknown): void => log('agent fault', describeError(error));
  const onGone = (): void => void visits.end('idle').catch(fault);
  const presence = pagePresence({ goneAfter: timing.pageGone, onGone });
  const onNobody = (): void => {
    log('page left');
    presence.left();
  };
  const pages = pageStreams({ beat: timing.beat, onNobody });
  const tell = (event: AgentEvent): void => {
    typed.heard(event);
    wristbands.heard(event);
    pages.tell(event);
  };
  const { line, credential } = hub;
  const onUnauthorised = (): void => hub.watch.doubt();
  const onHospitalSilent = (): void => hub.watch.refresh();
  const ends = visitEnds({ line, credential, log, timing });
  const visits = visitKeeper({ line, credential, ends, tell, newKey, log, timing, onUnauthorised, onHospitalSilent });
  const badges = badgeDesk();
  const codes = codeMeanings(options.codes ?? {});
  const pageIsThere = (): boolean => pages.count > 0;
  const mayAsk = (visitId: string | null): boolean =>
    visitId === null ? visits.wanting !== undefined : visits.secretOf(visitId) !== undefined;
  const wristbands = wristbandDesk({ numberOf: codes.ofWristband, mayAsk, tell });
  const desk = codeDesk({ visits, badges, wristbands, pageIsThere, decode: codes.decode, tell, onFault: fault, log });
  const typed = typedDesk({ visits, badges, badgeWithin: timing.badge, tell, onFault: fault });
  const help = helpLine({ line, feed: hub.feed, credential, tell, answerWithin: timing.probe, log });
  const testReports = selfTestReports({ line, credential, answerWithin: timing.probe });
  const test = selfTest({
    ...options,
    testCards: options.testCards ?? [],
    inUse: () => visits.busy,
    hubNow: () => hub.feed.hubNow(),
    pageIsThere,
    tell,
    report: (said) => testReports.tell(said),
    timing,
  });
  const reports = printReports({ line, credential, queue: prints, answerWithin: timing.probe });
  return {
    options,
    timing,
    state,
    devices,
    hub,
    pages,
    visits,
    ends,
    help,
    badges,
    codes,
    desk,
    typed,
    wristbands,
    reports,
    test,
    testReports,
    picture,
    presence,
    fault,
  };
}

function serverOptions(parts: Parts): ServerOptions {
  const { options, timing, hub, visits } = parts;
  const { line, credential, watch } = hub;
  const away = awayPage(options.place);
  const showAway: ServerOptions['showAway'] = (response) => away(response, watch.now);
  const secretOf = (visitId: string): string | undefined => visits.secretOf(visitId);
  return {
    log: options.log,
    development: options.development ?? false,
    hub: async () => (watch.now.state === 'here' ? watch.now : watch.look()),
    showAway,
    forward: forwarder({ line, credential, secretOf, answerWithin: timing.answer, showAway }),
    work: localWork(parts),
  };
}

function localWork(parts: Parts): LocalWork {
  const { options, timing, hub, pages, visits, help, devices, presence, codes, desk } = parts;
  const { line, credential } = hub;
  const { terminalId } = options;
  const secretOf = (visitId: string): string | undefined => visits.secretOf(visitId);
  return {
    openEvents(response) {
      presence.came();
      // A page that connects starts from welcome; a visit of the one before it is over.
      parts.typed.forget();
      pages.open(response, { type: 'hello', terminalId, hub: hub.watch.now.state, ...devices.now });
      if (hub.hospital.now !== undefined) pages.tell({ type: 'hospital.changed', ...hub.hospital.now });
      help.tellAgain();
    },
    print: ticketPrinting({
      line,
      credential,
      secretOf,
      queue: options.prints,
      answerWithin: timing.answer,
      reportFirst: () => parts.reports.tell(),
      reportRefused: (wish) => parts.reports.tellRefused(wish),
      log: options.log,
    }),
    async endVisit(visitId, why) {
      if (secretOf(visitId) !== undefined) await visits.end(why);
    },
    takeTyped: (wish) => parts.typed.take(wish),
    forgetTyped: () => parts.typed.forget(),
    askForWristband: (wish) => parts.wristbands.ask(wish),
    takeWedge(line) {
      const meaning = codes.ofWedge(line);
      if (meaning === undefined) return { ok: false, reason: 'not-here' };
      desk.take('wedge', meaning, line);
      return { ok: true };
    },
    takeZone(lines) {
      const zone = codes.ofTypedZone(lines);
      if (!zone.ok) return zone;
      const proof = { by: 'passport-lines', birthDate: zone.birthDate } as const;
      visits.present(zone.credential, { proof }).catch(parts.fault);
      return { ok: true };
    },
    enrol: (code) => hub.enrol(code),
    takePicture: (shown) => parts.picture.take(shown),
    soundPlayed: (said) => parts.test.spoken(said),
    askForHelp: (wish) => help.ask(wish),
    withdrawHelp: (wish) => help.withdraw(wish),
    health: () => ({ ok: true, terminalId, hub: hub.watch.now, addresses: options.addresses, ...parts.state() }),
  };
}

/** Lets what happens at one side be heard at the others. Returns the ways to stop. */
function joinEvents(parts: Parts): (() => void)[] {
  const { options, hub, pages, visits, ends, help, devices, codes, desk, reports, fault } = parts;
  const { reader, prints, scanners, log } = options;
  const tell = (event: AgentEvent): void => {
    parts.typed.heard(event);
    parts.wristbands.heard(event);
    pages.tell(event);
  };
  const stops = [
    () => help.stop(),
    () => parts.test.stop(),
    () => parts.testReports.stop(),
    () => parts.typed.stop(),
    hub.feed.onNotice((notice) => {
      if (notice.type === 'self-test.start') parts.test.start(notice.body);
    }),
    hub.watch.onChange((found) => {
      tell({ type: found.state === 'here' ? 'hub.here' : 'hub.away' });
      if (found.state !== 'here') return;
      reports.tell().catch(fault);
      ends.tellAgain().catch(fault);
    }),
    hub.hospital.onChange((found) => tell({ type: 'hospital.changed', ...found })),
    devices.onChange((found) => {
      tell({ type: 'device.changed', ...found });
      const more = scannerPlaces.flatMap((place) => (found[place] === undefined ? [] : [[place, found[place].state]]));
      const { reader: card, printer: slips, paper } = found;
      log('devices', { reader: card.state, printer: slips.state, paper, ...Object.fromEntries(more) });
      hub.watch.refresh();
    }),
    prints?.onChange(({ id, ticketId, state, problem }) => {
      tell({ type: 'print.changed', jobId: id, ticketId, state, problem });
      if (state !== 'queued') log('print', { state, problem });
      if (state === 'unknown') hub.watch.refresh();
      if (isEnded(state)) reports.tell().catch(fault);
    }),
    ...scannerPlaces.map((source) => {
      const scanner = scanners?.[source];
      return scanner && followScanner({ scanner, source, meaningOf: codes.of[source], desk });
    }),
    reader &&
      followReader({
        reader,
        visits,
        test: parts.test,
        decode: codes.decode,
        tell,
        pageIsThere: () => pages.count > 0,
        onFault: fault,
        log,
      }),
  ];
  return stops.filter((stop) => stop !== undefined);
}
