import type { Site } from '@lobby/config';
import type { Clock } from './clock.ts';
import type {
  Account,
  AccountReply,
  AccountWish,
  ActForBearerReply,
  ActForInpatient,
  ActForInpatientReply,
  AgendaReply,
  AreaStatus,
  AskForHelp,
  AskPhoneWay,
  AskWay,
  AskWaySlip,
  WaySlipReply,
  Badge,
  Board,
  ChangeGuide,
  ChangeReply,
  CheckIn,
  CheckInReply,
  ChoosePatientReply,
  DeskAction,
  DeskCredential,
  DeskCredentialWish,
  DeskReply,
  DeskView,
  DeviceKind,
  EnrolReply,
  EstimateRecord,
  EnrolWish,
  FeedEvent,
  FindInVenue,
  FinishLoad,
  FleetView,
  FoundInVenue,
  GuideEffect,
  GuideHome,
  GuidePlan,
  GuideView,
  LoadPiece,
  LoadPieceReply,
  LoadReply,
  HelpAction,
  HelpActionReply,
  HelpBoard,
  HelpReply,
  HelpStatus,
  HospitalStatus,
  IssueCode,
  IssuedBadge,
  OpenVisit,
  OpenVisitReply,
  MirrorCredential,
  MirrorCredentialReply,
  MirrorCredentialWish,
  MirroredQueueView,
  MirrorReply,
  PasswordChange,
  PasswordReply,
  PhoneWayReply,
  PlacesReply,
  PlayChoices,
  PlayDayWish,
  PlayedDayReply,
  PrintReport,
  PublishReply,
  PublishVenue,
  ReportsReady,
  ScreenPicture,
  ScreenSettings,
  SearchPlaces,
  SelfTestReport,
  ServiceTicketReply,
  ServiceTicketWish,
  SlipReply,
  StaffLoginReply,
  StaffPerson,
  StaffRole,
  StartSelfTest,
  StartSelfTestReply,
  SwitchArea,
  SwitchAreaReply,
  TellHospitalReply,
  TerminalState,
  TicketPage,
  VisitEnd,
  WayReply,
  WhereNextReply,
  WithdrawHelp,
} from './contract/index.ts';
import type { IdentificationRecord } from './visits/identification-records.ts';
import type { SlipWish } from './visits/slip.ts';

/** The hub as the server in front of it sees it: one object, one method for each thing that can be asked. */
export interface Hub {
  readonly site: Site;
  readonly clock: Clock;
  readonly visits: Visits;
  readonly boards: Boards;
  readonly desks: Desks;
  readonly deskApi: DeskApi;
  readonly serviceTickets: ServiceTickets;
  readonly fleet: Fleet;
  readonly staff: Staff;
  readonly accounts: StaffAccounts;
  readonly estimates: WaitEstimates;
  readonly ticketPages: TicketPages;
  readonly feed: Feed;
  readonly speech: Speech;
  readonly assist: Assist;
  readonly guide: Guide;
  readonly hospitalSystem: HospitalSystem;
  readonly loads: Loads;
  readonly mirror: Mirror;
  readonly simulations: Simulations;
  /** Whether the hub's own database takes what is written; `full`: the last write found no room on the disk. */
  storage(): 'ok' | 'full';
  /** Ends feeds, speech and databases. Idempotent. */
  close(): Promise<void>;
}

/** Days that are played under queue policies before they are used. */
export interface Simulations {
  choices(): PlayChoices;
  /** One at a time, in a thread beside the hub. */
  play(wish: PlayDayWish): Promise<PlayedDayReply>;
}

/** Whoever asks about a visit must be its terminal and must hold its secret. */
export interface VisitAccess {
  readonly terminalId: string;
  readonly visitId: string;
  readonly secret: string;
}

export interface Visits {
  open(terminalId: string, request: OpenVisit): Promise<OpenVisitReply>;
  choosePatient(access: VisitAccess, choice: string): Promise<ChoosePatientReply>;
  /** Whoever holds this card is not its patient and acts for them. */
  actForBearer(access: VisitAccess): Promise<ActForBearerReply>;
  /** Whoever has shown a card of their own acts for an inpatient. */
  actForInpatient(access: VisitAccess, request: ActForInpatient): Promise<ActForInpatientReply>;
  agenda(access: VisitAccess): Promise<AgendaReply>;
  checkIn(access: VisitAccess, request: CheckIn): Promise<CheckInReply>;
  /** The slip of a ticket. */
  slip(access: VisitAccess, ticketId: string, wish: SlipWish): Promise<SlipReply>;
  /** How slips of a terminal have ended. */
  printed(terminalId: string, report: PrintReport): Promise<void>;
  /** Today's identifications in which staff or somebody acting had a hand, newest first; no names. */
  identificationsOfToday(): Promise<readonly IdentificationRecord[]>;
  end(access: VisitAccess, why: VisitEnd): Promise<void>;
}

export interface Boards {
  /** What a waiting-area screen of an area shows now; undefined for an unknown area. */
  board(areaId: string): Promise<Board | undefined>;
  /** What a screen of the site shows now, by its kind; undefined for an unknown one and for one whose place is no more. */
  ofScreen(screenId: string): Promise<Board | undefined>;
  /** How a screen looks and sounds; undefined as above. */
  settings(screenId: string): ScreenSettings | undefined;
  /** A screen says that a call has reached its picture. Unknown calls, and those that it has not to show, are ignored. */
  shown(screenId: string, callId: string): Promise<void>;
  sound(screenId: string, sound: 'on' | 'muted'): Promise<void>;
}

/** How long patients were told that they would wait. */
export interface WaitEstimates {
  /** How well that was foretold, by queue and business day of the last week, the newest first; nothing of anybody. */
  report(): Promise<readonly EstimateRecord[]>;
}

/** Tickets as their patients see them on their own phones, by the address on the slip. */
export interface TicketPages {
  /** Undefined for a ticket that there is not, and once its business day is over. */
  page(ticketId: string): Promise<TicketPage | undefined>;
  /** Where it waits: what happens there changes its page. */
  queueOf(ticketId: string): Promise<{ readonly queueId: string; readonly areaId: string } | undefined>;
}

export interface Desks {
  /** `workNo`: who looks at it; the view says what they may do. */
  view(deskId: string, workNo?: string): Promise<DeskView | undefined>;
  act(deskId: string, loginToken: string | undefined, action: DeskAction): Promise<DeskReply>;
  login(deskId: string, workNo: string, password: string): Promise<StaffLoginReply & { readonly token?: string }>;
  logout(deskId: string, token: string): Promise<void>;
  /** Work number of a valid login at this desk, else undefined. */
  loggedIn(deskId: string, token: string | undefined): Promise<string | undefined>;
}

/** Tickets that the hospital gives: on payment, on order. Whoever calls has checked who speaks for the hospital. */
export interface ServiceTickets {
  /** Throws KeyReused when a reference was used for something else. */
  give(wish: ServiceTicketWish): Promise<ServiceTicketReply>;
  /** False: the appointment has no ticket, or this was known. */
  reportsReady(said: ReportsReady): Promise<boolean>;
}

/** Doctors' own software. Whoever calls has checked that an operator issues and withdraws. */
export interface DeskApi {
  /** A credential with which a person's software acts for them at a desk; told once. `by`: work number of the operator. */
  issue(
    by: string,
    wish: DeskCredentialWish,
  ): Promise<
    | { readonly ok: true; readonly id: string; readonly credential: string }
    | { readonly ok: false; readonly reason: 'device-unknown' | 'account-unknown' | 'role-not-allowed' }
  >;
  list(): Promise<readonly DeskCredential[]>;
  /** False: it was withdrawn before, or is unknown. */
  withdraw(id: string): Promise<boolean>;
  /** Work number of whoever shows a credential at this desk, while the account may be used. */
  who(deskId: string, credential: string | undefined): Promise<string | undefined>;
  /** Undefined for an unknown desk. */
  act(deskId: string, workNo: string, action: DeskAction): Promise<DeskReply | undefined>;
}

/** A device by the credential it shows. */
export interface KnownDevice {
  readonly kind: DeviceKind;
  readonly deviceId: string;
}

export interface Fleet {
  /** A one-time code, good for 15 minutes, that turns into the credential of this device. */
  issueCode(kind: DeviceKind, deviceId: string): Promise<string>;
  /**
   * The same, with the instant at which the code runs out; asked for again with its key it is the same code. `by`: work
   * number of the operator, or `token`. Throws KeyReused.
   */
  issue(by: string, wish: IssueCode): Promise<{ readonly code: string; readonly expiresAt: string }>;
  /** Whoever shows a credential of this device is nobody from now on. */
  withdraw(kind: DeviceKind, deviceId: string): Promise<void>;
  /** `wish`: what is to be enrolled; a code for something else is refused and stays good. */
  enrol(code: string, wish?: EnrolWish): Promise<EnrolReply>;
  identify(credential: string | undefined): Promise<KnownDevice | undefined>;
  terminalState(terminalId: string, state: TerminalState): Promise<void>;
  /** A screen's stream opened or closed. */
  screenConnected(screenId: string, connected: boolean): void;
  /** What a screen painted last. */
  screenPicture(screenId: string, picture: ScreenPicture): Promise<void>;
  /** Every terminal, screen and desk, and what was last heard of it. */
  view(): Promise<FleetView>;
  readonly selfTests: SelfTesting;
}

/** Start-of-day self-tests. */
export interface SelfTesting {
  /** `by`: work number of the operator, or `token`. Throws KeyReused. */
  start(by: string, wish: StartSelfTest): Promise<StartSelfTestReply>;
  /** A terminal says how a part went; the first word counts. */
  report(terminalId: string, report: SelfTestReport): Promise<void>;
  /** A screen has painted the test picture of a run. */
  shown(screenId: string, runId: string): Promise<void>;
}

export interface Feed {
  /** Sequence of the newest event; 0 when there is none. */
  newest(): Promise<number>;
  /** Events after `sequence` in order, or `reset` when some of them are kept no longer. */
  after(sequence: number, limit: number): Promise<readonly FeedEvent[] | 'reset'>;
  /**
   * Calls `onEvents` with every event committed from now on, in order, without gaps. Returns the way to stop.
   * `onClose` tells when the hub goes down.
   */
  follow(onEvents: (events: readonly FeedEvent[]) => void, onClose: () => void): () => void;
}

/** The hospital information system, as the hub finds it. */
export interface HospitalSystem {
  readonly status: HospitalStatus;
  /** How it is, and the script that the sandbox follows. */
  report(): TellHospitalReply;
  /** How the sandbox hospital behaves from now on; null: well. */
  tell(script: unknown): TellHospitalReply;
}

export interface Speech {
  /**
   * WAV of one spoken call, or of its ticket and room alone; undefined for an unknown call or language. Made ahead where
   * possible.
   */
  wav(callId: string, language: 'zh' | 'en', brief?: 'ticket'): Promise<Uint8Array | undefined>;
  /**
   * WAV of one sentence of a terminal's screen; undefined when it has no words. Whoever asks answers for the text: a
   * page names one of the sentences that the house knows and never brings its own.
   */
  say(text: string, language: 'zh' | 'en'): Promise<Uint8Array | undefined>;
}

/** Staff away from a desk: on the volunteers' board, on the operator page, or standing beside a patient. */
export interface Staff {
  /** `from`: the network address of the browser; after many wrong passwords there it is `locked` for five minutes. */
  login(workNo: string, password: string, from?: string): Promise<StaffLoginReply & { readonly token?: string }>;
  /**
   * A badge that was scanned: a one-day volunteer's. `badge-invalid` for one that is forged, expired or withdrawn.
   * `from`: the network address of the browser; whoever tries many there is `locked` for a minute.
   */
  loginByBadge(
    badge: string,
    from?: string,
  ): Promise<
    { readonly ok: true; readonly token: string } | { readonly ok: false; readonly reason: 'badge-invalid' | 'locked' }
  >;
  logout(token: string): Promise<void>;
  /**
   * A badge for the present business date, for somebody with a name or with a number alone. `by`: a work number. Without
   * a key it is a badge of its own. Throws KeyReused.
   */
  issueBadge(wish: { readonly name: string | null; readonly by: string; readonly key?: string }): Promise<IssuedBadge>;
  badgesOfToday(): Promise<readonly Badge[]>;
  /** From now on the badge and every login made with it are refused. False: it was withdrawn before, or is unknown. */
  withdrawBadge(id: string): Promise<boolean>;
  /** Whoever holds this login, while it is valid. */
  who(token: string | undefined): Promise<StaffPerson | undefined>;
  /**
   * Whoever vouches for something now, by password or badge, when the role is one of these; nobody is logged in by it.
   * At a terminal, whose many wrong passwords lock it.
   */
  vouch(
    proof: { readonly workNo: string; readonly password: string } | { readonly badge: string },
    roles: readonly StaffRole[],
    terminalId?: string,
  ): Promise<
    | { readonly ok: true; readonly person: StaffPerson }
    | {
        readonly ok: false;
        readonly reason: 'wrong-number-or-password' | 'badge-invalid' | 'locked' | 'role-not-allowed';
      }
  >;
}

/** Accounts of the hospital's own people. Whoever calls has checked that an operator asks. */
export interface StaffAccounts {
  list(): Promise<readonly Account[]>;
  /** `by`: work number of the operator, or `token` for who holds the operator token. */
  act(by: string, wish: AccountWish): Promise<AccountReply>;
  /** Whoever knows a password may change it; a one-time password must be. `from`: as for a login. */
  changePassword(change: PasswordChange, from?: string): Promise<PasswordReply>;
}

/** Help on the floor. Whoever calls has checked who the person is and what they may do. */
export interface Assist {
  /** Help is wanted at a terminal. While a request is open there, asking again gives that one. Throws KeyReused. */
  ask(terminalId: string, request: AskForHelp): Promise<HelpReply>;
  /** The patient needs nobody any more. A request of another terminal, or one that is over, stays as it is. */
  withdraw(terminalId: string, request: WithdrawHelp): Promise<HelpReply>;
  /** The open request of a terminal. */
  atTerminal(terminalId: string): Promise<HelpStatus | null>;
  board(person: StaffPerson): Promise<HelpBoard>;
  /** Takes a request, arrives, finishes, or hands it back. Throws KeyReused. */
  act(person: StaffPerson, action: HelpAction): Promise<HelpActionReply>;
  /** Where the holder of a slip goes next; says nothing of the holder. */
  whereNext(person: StaffPerson, code: string): Promise<WhereNextReply>;
}

/** The hospital's own data, from files. */
export interface Loads {
  /** Keeps a piece until its load is finished. */
  keep(piece: LoadPiece): Promise<LoadPieceReply>;
  /** Takes all pieces of a load at once; their clinics get queues, desks and screens, and followers hear of it. */
  finish(load: FinishLoad): Promise<LoadReply>;
}

/** Another system that speaks for the queue of an area, or of all. */
export interface MirrorSpeaker {
  readonly source: string;
  /** The one area of which it may speak; null: all. */
  readonly scope: string | null;
}

/** Areas whose queue lives in another system. Whoever calls has checked that an operator asks, or who speaks. */
export interface Mirror {
  /** Who speaks, by the bearer token that it shows. */
  identify(secret: string | undefined): Promise<MirrorSpeaker | undefined>;
  /** Items one by one; the bad ones keep none of the others out. */
  takeItems(speaker: MirrorSpeaker, items: readonly unknown[]): Promise<MirrorReply>;
  /** A whole queue as it stood at one moment. `queue`: our id, or the code of the clinic. */
  takeSnapshot(
    speaker: MirrorSpeaker,
    queue: string,
    snapshot: {
      readonly occurredAt?: string | undefined;
      readonly revision?: number | undefined;
      readonly tickets: readonly unknown[];
    },
  ): Promise<MirrorReply | 'queue-unknown' | 'not-your-area' | 'without-time'>;
  /** A queue as the screens have it; undefined: unknown, or not of the speaker's area. */
  queue(speaker: MirrorSpeaker, queue: string): Promise<MirroredQueueView | undefined>;
  areas(): Promise<readonly AreaStatus[]>;
  /** Hands the queue of an area over, with everybody in it. `by`: a work number, or `token`. Throws KeyReused. */
  switchArea(by: string, wish: SwitchArea): Promise<SwitchAreaReply>;
  issueCredential(by: string, wish: MirrorCredentialWish): Promise<MirrorCredentialReply>;
  credentials(): Promise<readonly MirrorCredential[]>;
  withdrawCredential(id: string): Promise<void>;
}

/** Who asks for a way: the terminal or screen that somebody stands at, or neither. */
export interface GuideAsker {
  readonly terminalId?: string | undefined;
  readonly screenId?: string | undefined;
}

/** The way there. Whoever calls has checked who asks; of the map that the public sees nothing is secret. */
export interface Guide {
  /** Of the map that serves; null: none is published, or none is offered. */
  readonly offeredVersion: string | null;
  home(asker: GuideAsker): Promise<GuideHome>;
  search(asker: GuideAsker, wish: SearchPlaces): Promise<PlacesReply>;
  /** Without `from`: from where the asker stands. `address`: where phones reach the hub; the site's own unless given. */
  way(asker: GuideAsker, wish: AskWay, address?: string): Promise<WayReply>;
  /** The way from where the asker stands, and back, as a slip. */
  slip(asker: GuideAsker, wish: AskWaySlip, address?: string): Promise<WaySlipReply>;
  /** The way that a link on paper or on a screen names. `address`: the network address of who asks. */
  phoneWay(wish: AskPhoneWay, address: string): Promise<PhoneWayReply>;
  /** The building of a version that serves, or did a moment ago. */
  plan(version: string): Promise<GuidePlan | undefined>;
  /** A floor of it, by its place in the plan, as bytes: see maps/mesh. */
  mesh(version: string, floor: number): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Keeps a piece of an archive until it is published. */
  keepPiece(piece: { readonly upload: string; readonly number: number; readonly bytes: Uint8Array }): Promise<void>;
  /** The venue before it serves until this one is ready, or goes on where it is refused. Throws KeyReused. */
  publish(by: string, wish: PublishVenue): Promise<PublishReply>;
  view(): Promise<GuideView>;
  /** Closes, opens, moves, takes back; it serves here when this resolves. Throws KeyReused. */
  change(by: string, wish: ChangeGuide): Promise<ChangeReply>;
  /** Whom the closing of a feature would cut off. */
  effect(feature: string): Promise<GuideEffect>;
  find(wish: FindInVenue): Promise<FoundInVenue>;
  /** Called whenever another version serves here. Returns the way to stop. */
  onChange(listener: () => void): () => void;
}
