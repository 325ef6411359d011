import {
  helpReply,
  type AgentEvent,
  type AskForHelp,
  type HelpHereReply,
  type HelpReply,
  type HelpStatus,
  type WithdrawHelp,
} from '@lobby/hub/contract';
import { askHub, type HubQuestion } from './hub-client.ts';
import type { HubFeed } from './hub-feed.ts';
import type { HubLine } from './hub-line.ts';
import type { Log } from './log.ts';

/** Help for whoever stands at this terminal: asked for here, decided by the hub. */
export interface HelpLine {
  ask(wish: AskForHelp): Promise<HelpHereReply>;
  withdraw(wish: WithdrawHelp): Promise<HelpHereReply>;
  /** Tells pages what is known; nothing while the hub has not said it yet. */
  tellAgain(): void;
  stop(): void;
}

export interface HelpLineOptions {
  readonly line: HubLine;
  readonly feed: Pick<HubFeed, 'onNotice' | 'onGap'>;
  readonly credential: () => string | undefined;
  readonly tell: (event: AgentEvent) => void;
  readonly answerWithin: number;
  readonly log: Log;
}

export function helpLine(options: HelpLineOptions): HelpLine {
  const { feed, tell, log } = options;
  let known: HelpStatus | null | undefined;
  /** Counts notices: an answer that was on its way while one came is older than it. */
  let notices = 0;

  const learn = (help: HelpStatus | null): void => {
    known = help;
    tell({ type: 'help.changed', help });
  };
  const ask = async (question: Pick<HubQuestion<HelpReply>, 'method' | 'path' | 'body'>): Promise<HelpHereReply> => {
    const before = notices;
    const reply = await askHub(options.line, {
      ...question,
      shape: helpReply,
      credential: options.credential(),
      answerWithin: options.answerWithin,
    });
    log('help', { asked: question.path, hub: reply.kind });
    if (reply.kind === 'strange' && reply.status === 409) return { ok: false, reason: 'key-reused' };
    if (reply.kind !== 'answer') return { ok: false, reason: 'hub-away' };
    if (before === notices) learn(reply.value.help);
    return { ok: true, help: known ?? null };
  };

  const stops = [
    feed.onNotice((notice) => {
      if (notice.type !== 'help.changed') return;
      notices += 1;
      learn(notice.body);
    }),
    // Nothing was heard for a while: whoever pressed may have got help, or still waits.
    feed.onGap(() => void ask({ method: 'GET', path: '/api/terminal/help' })),
  ];

  return {
    ask: (body) => ask({ method: 'POST', path: '/api/terminal/help', body }),
    withdraw: (body) => ask({ method: 'POST', path: '/api/terminal/help/withdraw', body }),
    tellAgain() {
      // How a request ended is news once, for the page that was there.
      if (known !== undefined) tell({ type: 'help.changed', help: known !== null && isOpen(known) ? known : null });
    },
    stop: () => stops.forEach((stop) => stop()),
  };
}

function isOpen({ state }: HelpStatus): boolean {
  return state === 'waiting' || state === 'taken' || state === 'arrived';
}
