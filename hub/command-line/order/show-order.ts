import { parseArgs } from 'node:util';
import { callingOrder, reasonWords, type OrderTicket, type Placed } from '../../queue/order/index.ts';
import { WrongWords } from '../wrong-words.ts';
import { isoAt, readInstant, timeAt, type WrittenInstant } from './file-instants.ts';
import { UnusableFile } from './order-files.ts';
import { readPolicy, type PolicyFile } from './policy-file.ts';
import { readTickets, type TicketsFile } from './tickets-file.ts';

/** The order that a policy makes of some tickets, from plain files; no hub needs to run. Exit code. */
export function showOrder(words: readonly string[]): number {
  const text = { type: 'string' } as const;
  const options = { policy: text, tickets: text, at: text, desk: text, json: { type: 'boolean' } } as const;
  const { values } = parseArgs({ args: [...words], options });
  const { policy, tickets, at } = values;
  if (policy === undefined || tickets === undefined || at === undefined) {
    throw new WrongWords('Give --policy FILE, --tickets FILE and --at INSTANT.');
  }
  const day = readInstant(at);
  if (day === undefined) throw new WrongWords(`"${at}" is no instant; write one such as 2026-11-23T09:20:00+08:00.`);
  try {
    const rules = readPolicy(policy);
    const read = readTickets(tickets, { policy: rules.policy, day });
    for (const note of read.notes) console.error(note);
    const order = orderOf({ rules, read, day, desk: values.desk });
    console.log(values.json === true ? JSON.stringify(order) : inWords(order));
    return 0;
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    const { reason, message } = error;
    if (values.json === true) console.log(JSON.stringify({ error: { reason, message } }));
    else console.error(message);
    return 1;
  }
}

interface ShownOrder {
  /** The instant of the order, in the offset in which it was given. */
  readonly at: string;
  readonly policy: object;
  readonly order: readonly ShownPlace[];
}

interface ShownPlace {
  readonly place: number;
  readonly number: string | number;
  readonly lane: OrderTicket['lane'];
  readonly class: string | null;
  readonly reason: { readonly zh: string; readonly en: string };
  readonly overtaken: number;
}

function orderOf(of: {
  readonly rules: PolicyFile;
  readonly read: TicketsFile;
  readonly day: WrittenInstant;
  readonly desk: string | undefined;
}): ShownOrder {
  const { rules, read, day, desk } = of;
  const { tickets, calls, numbers } = read;
  const input = { tickets, calls, policy: rules.policy, at: day.at };
  const order = callingOrder(desk === undefined ? input : { ...input, offeredTo: [desk] });
  const shown = ({ ticket, because, overtaken }: Placed, index: number): ShownPlace => ({
    place: index + 1,
    number: numbers.get(ticket.id) ?? ticket.label,
    lane: ticket.lane,
    class: ticket.class,
    reason: reasonWords(because, (instant) => timeAt(instant, day.offset)),
    overtaken,
  });
  const { preset } = rules.settings;
  return {
    at: isoAt(day.at, day.offset),
    policy: preset === undefined ? rules.policy : { preset, ...rules.policy },
    order: order.map(shown),
  };
}

function inWords({ order }: ShownOrder): string {
  if (order.length === 0) return '没有人在候诊。Nobody waits.';
  const width = Math.max(...order.map(({ number }) => String(number).length));
  return order
    .map(({ place, number, reason, overtaken }) => {
      const times = overtaken === 0 ? '' : `  [被超过 ${overtaken} 次, overtaken ${overtaken} times]`;
      return `${String(place).padStart(4)}  ${String(number).padEnd(width)}  ${reason.zh} / ${reason.en}${times}`;
    })
    .join('\n');
}
