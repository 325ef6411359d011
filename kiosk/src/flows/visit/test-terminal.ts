import type {
  AgendaReply,
  AgentEvent,
  AskWay,
  GuideHome,
  GuidePlan,
  WayReply,
  CheckInReply,
  ChoosePatientReply,
  PrintTicketReply,
  TypedVisit,
  VisitEnd,
  WristbandAsked,
} from '@lobby/hub/contract';
import { createActor, fromPromise, SimulatedClock } from 'xstate';
import type { CheckInIntent, PrintIntent } from '../check-in/facts.ts';
import { checkInMachine } from '../check-in/machine.ts';
import { sampleAgenda, sampleNow, sampleRules, sampleTicket } from '../sample-visit.ts';
import { glanceMachine } from '../way/glance.ts';
import { wayMachine } from '../way/machine.ts';
import { sampleWay } from '../way/sample-way.ts';
import { visitMachine } from './machine.ts';
import { visitView } from './view.ts';
import type { Way } from './ways/facts.ts';

export const ready = { state: 'ready', fault: null, since: '2026-11-23T00:00:00.000Z' } as const;
export const away = { ...ready, state: 'away' } as const;
export const hello: Extract<AgentEvent, { type: 'hello' }> = {
  type: 'hello',
  terminalId: 'K01',
  hub: 'here',
  reader: ready,
  printer: ready,
  paper: 'ok',
};
export const opened: Extract<AgentEvent, { type: 'visit.opened' }> = {
  type: 'visit.opened',
  visitId: 'v-1',
  maskedName: '张*明',
  choices: [],
};
export const printed: Extract<AgentEvent, { type: 'print.changed' }> = {
  type: 'print.changed',
  jobId: 'j',
  ticketId: 't-1',
  state: 'printed',
  problem: null,
};
const home: GuideHome = { version: 'v1', categories: [] };
const loadPlan = fromPromise<GuidePlan, { readonly version: string }>(({ input }) =>
  Promise.resolve({ version: input.version, levels: [], attribution: null }),
);
export const agenda: AgendaReply = { ok: true, agenda: sampleAgenda };

/** A terminal whose hospital answers as told, on a clock that stands still until it is moved. */
export function startTerminal(
  answer: {
    agenda?: AgendaReply | 'never';
    checkIn?: CheckInReply | 'never';
    endsWhenCardIsTaken?: boolean;
    ways?: readonly Way[];
  } = {},
) {
  const clock = new SimulatedClock();
  const ends: [string, VisitEnd][] = [];
  const sent: TypedVisit[] = [];
  const wristbands: WristbandAsked[] = [];
  const wayAsked: AskWay[] = [];
  const papers: PrintIntent[] = [];
  const askWay = fromPromise<WayReply, AskWay>(({ input }) => {
    wayAsked.push(input);
    return Promise.resolve({ ok: true, way: sampleWay });
  });
  let wipes = 0;
  let forgets = 0;
  const reply = <T>(value: T | 'never'): Promise<T> =>
    value === 'never' ? new Promise(() => undefined) : Promise.resolve(value);
  let keys = 0;
  const machine = visitMachine.provide({
    actors: {
      loadAgenda: fromPromise<AgendaReply, { visitId: string }>(() => reply(answer.agenda ?? agenda)),
      choosePatient: fromPromise<ChoosePatientReply, { visitId: string; choice: string; key: string }>(() =>
        reply({ ok: true as const, maskedName: '张*' }),
      ),
      sendTyped: fromPromise<{ readonly ok: true }, TypedVisit>(({ input }) => {
        sent.push(input);
        return reply({ ok: true as const });
      }),
      way: wayMachine.provide({ actors: { loadHome: fromPromise(() => Promise.resolve(home)), askWay, loadPlan } }),
      glance: glanceMachine.provide({ actors: { askWay, loadPlan } }),
      checkIn: checkInMachine.provide({
        actors: {
          checkIn: fromPromise<CheckInReply, CheckInIntent>(() =>
            reply(answer.checkIn ?? { ok: true, already: false, ticket: sampleTicket }),
          ),
          print: fromPromise<PrintTicketReply, PrintIntent>(({ input }) => {
            papers.push(input);
            return reply({ ok: true as const, jobId: 'j' });
          }),
        },
      }),
    },
    actions: {
      tellAgentOfEnd: (_, { visitId, why }) => void ends.push([visitId, why]),
      tellAgentToForget: () => void (forgets += 1),
      tellAgentOfWristband: (_, asked) => void wristbands.push(asked),
      wipe: () => void (wipes += 1),
    },
  });
  const actor = createActor(machine, {
    clock,
    input: {
      rules: { ...sampleRules, ways: answer.ways ?? sampleRules.ways },
      now: () => sampleNow,
      newKey: () => `key-${(keys += 1)}`,
      endsWhenCardIsTaken: answer.endsWhenCardIsTaken ?? false,
    },
  });
  actor.start();
  actor.send(hello);
  return {
    actor,
    clock,
    ends,
    /** What was typed, as the agent got it. */
    sent,
    wristbands,
    wayAsked,
    /** What was asked of the printer. */
    papers,
    forgets: () => forgets,
    wipes: () => wipes,
    view: () => visitView(actor.getSnapshot()),
    screen: () => visitView(actor.getSnapshot()).screen,
    settle: () => new Promise((resolve) => setImmediate(resolve)),
    layDownCard: async () => {
      actor.send({ type: 'card.presented' });
      actor.send(opened);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
