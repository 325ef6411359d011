import { checkInMachine } from '@lobby/kiosk/src/flows/check-in/machine.ts';
import { helpMachine } from '@lobby/kiosk/src/flows/help/machine.ts';
import { sampleRules } from '@lobby/kiosk/src/flows/sample-visit.ts';
import type { ScreenView } from '@lobby/kiosk/src/flows/screen-view.ts';
import type { Intent } from '@lobby/kiosk/src/flows/visit/facts.ts';
import { visitMachine } from '@lobby/kiosk/src/flows/visit/machine.ts';
import { visitView } from '@lobby/kiosk/src/flows/visit/view.ts';
import { listenToAgent } from '@lobby/kiosk/src/lib/agent/agent-line.ts';
import {
  askForHelp,
  checkIn,
  choosePatient,
  endVisit,
  forgetTyped,
  loadAgenda,
  newKey,
  print,
  sendTyped,
  withdrawHelp,
} from '@lobby/kiosk/src/lib/agent/requests.ts';
import { createActor, fromPromise } from 'xstate';

/** A terminal's page without a browser: its own flow, its own requests and its own line to the agent. */
export interface TerminalPage {
  readonly screen: ScreenView['screen'];
  readonly view: ScreenView;
  send(intent: Intent): void;
  /** Waits until this screen is there; the test's own time-out says when it never is. Gives what has been seen on the way. */
  sees(screen: ScreenView['screen']): Promise<readonly ScreenView['screen'][]>;
  stop(): void;
}

/** Milliseconds until a line that is down counts as lost, and before a stream is opened anew. */
const line = { grace: 300, pause: 50 };

/** Needs `fetch` and `EventSource` that lead to the agent, as those of a browser do. */
export function openTerminalPage(): TerminalPage {
  const machine = visitMachine.provide({
    actors: {
      loadAgenda: fromPromise(loadAgenda),
      choosePatient: fromPromise(choosePatient),
      sendTyped: fromPromise(sendTyped),
      help: helpMachine.provide({ actors: { ask: fromPromise(askForHelp), withdraw: fromPromise(withdrawHelp) } }),
      checkIn: checkInMachine.provide({ actors: { checkIn: fromPromise(checkIn), print: fromPromise(print) } }),
    },
    actions: { tellAgentOfEnd: (_, end) => endVisit(end), tellAgentToForget: () => forgetTyped() },
  });
  const actor = createActor(machine, { input: { newKey, rules: sampleRules, now: () => Date.now() } }).start();
  const view = (): ScreenView => visitView(actor.getSnapshot());
  const stopListening = listenToAgent({
    hear: (event) => {
      if (event.type !== 'self-test.changed' && event.type !== 'self-test.speak') actor.send(event);
    },
    ...line,
  });
  return {
    get view() {
      return view();
    },
    get screen() {
      return view().screen;
    },
    send: (intent) => actor.send(intent),
    sees: (screen) =>
      new Promise((resolve) => {
        const seen: ScreenView['screen'][] = [];
        const look = (): void => {
          const now = view().screen;
          if (seen.at(-1) !== now) seen.push(now);
          if (now !== screen) return;
          watching?.unsubscribe();
          resolve(seen);
        };
        const watching: { unsubscribe(): void } | undefined = actor.subscribe(look);
        look();
      }),
    stop() {
      stopListening();
      actor.stop();
    },
  };
}

/** The event stream of a browser, as far as `listenToAgent` uses it: one that broke is left to be opened anew. */
export function eventSourceOf(address: string): unknown {
  return class {
    static readonly CLOSED = 2;
    readyState = 0;
    onmessage: ((message: { readonly data: string }) => void) | null = null;
    onerror: (() => void) | null = null;
    readonly #leaving = new AbortController();

    constructor(path: string) {
      void this.#follow(path);
    }

    close(): void {
      this.readyState = 2;
      this.#leaving.abort();
    }

    async #follow(path: string): Promise<void> {
      try {
        const headers = { origin: address, accept: 'text/event-stream' };
        const stream = await fetch(`${address}${path}`, { headers, signal: this.#leaving.signal });
        let text = '';
        for await (const chunk of (stream.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
          const messages = (text + chunk).split('\n\n');
          text = messages.pop() ?? '';
          for (const message of messages)
            if (message.startsWith('data: ')) this.onmessage?.({ data: message.slice('data: '.length) });
        }
      } catch {
        // It broke, or its page left.
      }
      if (this.#leaving.signal.aborted) return;
      this.readyState = 2;
      this.onerror?.();
    }
  };
}
