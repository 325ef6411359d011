import type { AgentEvent, TerminalState } from '@lobby/hub/contract';
import { badgeDesk, type BadgeDesk } from './badge-desk.ts';
import { codeDesk, type CodeDesk } from './code-desk.ts';
import { codeMeanings, type CodeMeanings } from './code-meanings.ts';
import { watchDevices, type DeviceWatch } from './device-watch.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { helpLine, type HelpLine } from './help-line.ts';
import { openHubSide, type HubSide } from './hub-side.ts';
import { lastPicture, type LastPicture } from './last-picture.ts';
import { describeError } from './log.ts';
import { pagePresence } from './page-presence.ts';
import { pageStreams, type PageStreams } from './page-streams.ts';
import { printReports, type PrintReports } from './print-reports.ts';
import { selfTest, type SelfTest } from './self-test.ts';
import { selfTestReports, type SelfTestReports } from './self-test-reports.ts';
import { gatewayTiming, type GatewayTiming } from './timing.ts';
import { typedDesk, type TypedDesk } from './typed-desk.ts';
import { visitEnds, type VisitEnds } from './visit-ends.ts';
import { visitKeeper, type VisitKeeper } from './visit-keeper.ts';
import { wristbandDesk, type WristbandDesk } from './wristband-desk.ts';

/** The gateway's parts, once they know each other. */
export interface GatewayParts {
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
  /** Tells the page, and those here whom it concerns. */
  readonly tell: (event: AgentEvent) => void;
  readonly fault: (error: unknown) => void;
}

/** Makes the parts and lets each know whom it needs; nothing is heard yet. */
export function assemble(options: GatewayOptions): GatewayParts {
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
    tell,
    fault,
  };
}
