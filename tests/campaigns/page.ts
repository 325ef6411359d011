import type {
  AgendaReply,
  AgentEvent,
  CheckInReply,
  ChoosePatientReply,
  PrintTicketReply,
  VisitEnd,
} from '@lobby/hub/contract';
import type { CheckInIntent, PrintIntent } from '@lobby/kiosk/src/flows/check-in/facts.ts';
import { checkInMachine } from '@lobby/kiosk/src/flows/check-in/machine.ts';
import { sampleRules } from '@lobby/kiosk/src/flows/sample-visit.ts';
import type { ScreenView } from '@lobby/kiosk/src/flows/screen-view.ts';
import type { Intent } from '@lobby/kiosk/src/flows/visit/facts.ts';
import { visitMachine } from '@lobby/kiosk/src/flows/visit/machine.ts';
import { visitView } from '@lobby/kiosk/src/flows/visit/view.ts';
import { createActor, fromPromise } from 'xstate';

/** What a terminal's page asks for, and where it goes. */
export interface Requests {
  loadAgenda(input: { readonly visitId: string }): Promise<AgendaReply>;
  choosePatient(input: {
    readonly visitId: string;
    readonly choice: string;
    readonly key: string;
  }): Promise<ChoosePatientReply>;
  checkIn(input: CheckInIntent): Promise<CheckInReply>;
  print(input: PrintIntent): Promise<PrintTicketReply>;
  endVisit(end: { readonly visitId: string; readonly why: VisitEnd }): void;
}

/** A terminal's page without a browser: the very flow that runs in one, with every request it makes. */
export interface Page {
  readonly view: ScreenView;
  hear(event: AgentEvent): void;
  send(intent: Intent): void;
  /** Waits until the screen is one of these; undefined when it is not within so many milliseconds. */
  sees(screens: readonly ScreenView['screen'][], within: number): Promise<ScreenView | undefined>;
  stop(): void;
}

/** `speed`: how many times as fast as usual the flow's own delays run. */
export function openPage(requests: Requests, speed: number): Page {
  let keys = 0;
  const machine = visitMachine.provide({
    actors: {
      loadAgenda: fromPromise<AgendaReply, { visitId: string }>(({ input }) => requests.loadAgenda(input)),
      choosePatient: fromPromise<ChoosePatientReply, { visitId: string; choice: string; key: string }>(({ input }) =>
        requests.choosePatient(input),
      ),
      checkIn: checkInMachine.provide({
        actors: {
          checkIn: fromPromise<CheckInReply, CheckInIntent>(({ input }) => requests.checkIn(input)),
          print: fromPromise<PrintTicketReply, PrintIntent>(({ input }) => requests.print(input)),
        },
      }),
    },
    actions: { tellAgentOfEnd: (_, end) => requests.endVisit(end) },
  });
  const clock = {
    setTimeout: (work: (...args: unknown[]) => void, milliseconds: number) => setTimeout(work, milliseconds / speed),
    clearTimeout: (timer: NodeJS.Timeout) => clearTimeout(timer),
  };
  const prefix = crypto.randomUUID();
  const actor = createActor(machine, {
    clock,
    input: { rules: sampleRules, now: () => Date.now(), newKey: () => `${prefix}-${(keys += 1)}` },
  });
  actor.start();
  return {
    get view() {
      return visitView(actor.getSnapshot());
    },
    hear: (event) => actor.send(event),
    send: (intent) => actor.send(intent),
    sees: (screens, within) =>
      new Promise((resolve) => {
        const look = (): void => {
          const view = visitView(actor.getSnapshot());
          if (screens.includes(view.screen)) finish(view);
        };
        const finish = (view: ScreenView | undefined): void => {
          clearTimeout(timer);
          watching.unsubscribe();
          resolve(view);
        };
        const timer = setTimeout(() => finish(undefined), within);
        const watching = actor.subscribe(look);
        look();
      }),
    stop: () => void actor.stop(),
  };
}
