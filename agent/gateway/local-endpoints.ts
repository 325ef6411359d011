import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  askForHelp,
  endVisitHere,
  enrolHere,
  picture,
  printTicket,
  printWay,
  soundPlayed,
  typedVisit,
  typedZone,
  wedgeLine,
  wristbandAsked,
  withdrawHelp,
  type AskForHelp,
  type EnrolHereReply,
  type HelpHereReply,
  type Picture,
  type PrintTicketReply,
  type PrintWay,
  type PrintWayReply,
  type SoundPlayed,
  type TypedVisit,
  type TypedZoneReply,
  type VisitEnd,
  type WedgeReply,
  type WithdrawHelp,
  type WristbandAsked,
} from '@lobby/hub/contract';
import type { PrintWish } from './printing.ts';
import { replyJson } from './replies.ts';
import { jsonOrRefusal } from './request-body.ts';

/** What the terminal's own endpoints do; the rest is carrying. */
export interface LocalWork {
  readonly openEvents: (response: ServerResponse) => void;
  readonly print: (wish: PrintWish) => Promise<PrintTicketReply>;
  readonly printWay: (wish: PrintWay) => Promise<PrintWayReply>;
  readonly endVisit: (visitId: string, why: VisitEnd) => Promise<void>;
  /** A number that was typed, with what stands behind it. */
  readonly takeTyped: (wish: TypedVisit) => void;
  readonly forgetTyped: () => void;
  readonly askForWristband: (wish: WristbandAsked) => void;
  /** A line that a reader typed as a keyboard does. */
  readonly takeWedge: (line: string) => WedgeReply;
  /** The machine readable zone of a document, typed by hand. */
  readonly takeZone: (lines: readonly string[]) => TypedZoneReply;
  /** A one-time code was typed at the terminal. */
  readonly enrol: (code: string) => Promise<EnrolHereReply>;
  /** What the page has painted. */
  readonly takePicture: (shown: Picture) => void;
  readonly soundPlayed: (said: SoundPlayed) => void;
  readonly askForHelp: (wish: AskForHelp) => Promise<HelpHereReply>;
  readonly withdrawHelp: (wish: WithdrawHelp) => Promise<HelpHereReply>;
  readonly health: () => object;
}

const helpStatus = { 'hub-away': 503, 'key-reused': 409 } as const;

type Endpoint = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

const printStatus = {
  'visit-ended': 409,
  'no-such-ticket': 404,
  'no-printer': 409,
  'hub-away': 503,
  'no-way': 404,
  'not-taken': 507,
} as const;

/** The endpoints that the agent answers itself, by method and path. */
export function localEndpoints(work: LocalWork): ReadonlyMap<string, Endpoint> {
  return new Map<string, Endpoint>([
    ['GET /', (_request, response) => void response.writeHead(302, { location: '/terminal' }).end()],
    ['GET /agent/events', (_request, response) => work.openEvents(response)],
    ['GET /agent/health', (_request, response) => replyJson(response, 200, work.health())],
    [
      'POST /agent/enrolment',
      async (request, response) => {
        const wish = await jsonOrRefusal(request, response, enrolHere);
        if (wish === undefined) return;
        const reply = await work.enrol(wish.code);
        replyJson(response, reply.ok ? 200 : reply.reason === 'hub-away' ? 503 : 409, reply);
      },
    ],
    [
      'POST /agent/picture',
      async (request, response) => {
        const shown = await jsonOrRefusal(request, response, picture);
        if (shown === undefined) return;
        work.takePicture(shown);
        replyJson(response, 200, { ok: true });
      },
    ],
    [
      'POST /agent/self-test/spoken',
      async (request, response) => {
        const said = await jsonOrRefusal(request, response, soundPlayed);
        if (said === undefined) return;
        work.soundPlayed(said);
        replyJson(response, 200, { ok: true });
      },
    ],
    [
      'POST /agent/print',
      async (request, response) => {
        const wish = await jsonOrRefusal(request, response, printTicket);
        if (wish === undefined) return;
        const reply = await work.print(wish);
        replyJson(response, reply.ok ? 200 : printStatus[reply.reason], reply);
      },
    ],
    [
      'POST /agent/print/way',
      async (request, response) => {
        const wish = await jsonOrRefusal(request, response, printWay);
        if (wish === undefined) return;
        const reply = await work.printWay(wish);
        replyJson(response, reply.ok ? 200 : printStatus[reply.reason], reply);
      },
    ],
    [
      'POST /agent/help',
      async (request, response) => {
        const wish = await jsonOrRefusal(request, response, askForHelp);
        if (wish !== undefined) replyHelp(response, await work.askForHelp(wish));
      },
    ],
    [
      'POST /agent/help/withdraw',
      async (request, response) => {
        const wish = await jsonOrRefusal(request, response, withdrawHelp);
        if (wish !== undefined) replyHelp(response, await work.withdrawHelp(wish));
      },
    ],
    [
      'POST /agent/visit/end',
      async (request, response) => {
        const wish = await jsonOrRefusal(request, response, endVisitHere);
        if (wish === undefined) return;
        await work.endVisit(wish.visitId, wish.why);
        replyJson(response, 200, { ok: true });
      },
    ],
    [
      'POST /agent/visit/typed',
      async (request, response) => {
        const wish = await jsonOrRefusal(request, response, typedVisit);
        if (wish === undefined) return;
        work.takeTyped(wish);
        replyJson(response, 200, { ok: true });
      },
    ],
    [
      'POST /agent/visit/forget',
      (_request, response) => {
        work.forgetTyped();
        replyJson(response, 200, { ok: true });
      },
    ],
    [
      'POST /agent/visit/wristband',
      async (request, response) => {
        const wish = await jsonOrRefusal(request, response, wristbandAsked);
        if (wish === undefined) return;
        work.askForWristband(wish);
        replyJson(response, 200, { ok: true });
      },
    ],
    [
      'POST /agent/wedge',
      async (request, response) => {
        const wish = await jsonOrRefusal(request, response, wedgeLine);
        if (wish === undefined) return;
        const reply = work.takeWedge(wish.line);
        replyJson(response, reply.ok ? 200 : 409, reply);
      },
    ],
    [
      'POST /agent/visit/mrz',
      async (request, response) => {
        const wish = await jsonOrRefusal(request, response, typedZone);
        if (wish === undefined) return;
        const reply = work.takeZone(wish.lines);
        replyJson(response, reply.ok ? 200 : 422, reply);
      },
    ],
  ]);
}

function replyHelp(response: ServerResponse, reply: HelpHereReply): void {
  replyJson(response, reply.ok ? 200 : helpStatus[reply.reason], reply);
}
