import { parseArgs } from 'node:util';
import { readAddress } from '../transport/address.ts';
import { openByteStream } from '../transport/open.ts';
import { openSdtReader } from '../readers/sdt/open-sdt-reader.ts';
import { siteLayouts } from '../readers/sdt/site-layouts.ts';
import { agentHolding } from './ask-agent.ts';
import { cardReport, type CardReport } from './card-report.ts';
import { isCodeKind, readOneCode, rulesOf, type CodeKind } from './read-code.ts';
import { UsageError } from './usage-error.ts';
import { waitForCard } from './wait-for-card.ts';

interface ReadCardOrder {
  readonly device: string;
  readonly kind: 'sdt' | CodeKind;
  /** Folder of a site whose rules and layouts hold; undefined: the usual ones. */
  readonly site: string | undefined;
  readonly baud: number;
  readonly timeoutSeconds: number;
  /** Where an agent would run that has the same reader. */
  readonly agentPort: number;
  readonly json: boolean;
}

/** Bits a second at which devices are delivered. */
const usualSpeeds = { sdt: '115200', scanner: '9600', stripe: '9600', passport: '256000' } as const;

function numberOption({ name, text, most }: { name: string; text: string; most: number }): number {
  const value = Number(text);
  if (text.trim() === '' || !(value > 0 && value <= most))
    throw new UsageError(`--${name} is a number of at most ${most}, greater than 0.`);
  return value;
}

function readOrder(args: string[]): ReadCardOrder {
  const { values } = parseArgs({
    args,
    options: {
      device: { type: 'string' },
      kind: { type: 'string', default: 'sdt' },
      site: { type: 'string' },
      baud: { type: 'string' },
      timeout: { type: 'string', default: '10' },
      'agent-port': { type: 'string', default: '3001' },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.device === undefined) throw new UsageError('read-card needs --device.');
  const address = readAddress(values.device);
  if (!address.ok) throw new UsageError(`--device ${address.why}.`);
  const { kind } = values;
  if (kind !== 'sdt' && !isCodeKind(kind)) throw new UsageError('--kind is sdt, scanner, stripe or passport.');
  const baud = numberOption({ name: 'baud', text: values.baud ?? usualSpeeds[kind], most: 4_000_000 });
  if (!Number.isInteger(baud)) throw new UsageError('--baud is a whole number.');
  const timeoutSeconds = numberOption({ name: 'timeout', text: values.timeout, most: 3600 });
  const agentPort = numberOption({ name: 'agent-port', text: values['agent-port'], most: 65_535 });
  return { device: values.device, kind, site: values.site, baud, timeoutSeconds, agentPort, json: values.json };
}

/** Both ask the reader, and whoever asks first gets the card. */
function rivalSentence(terminalId: string): string {
  return `The agent of terminal ${terminalId} runs on this machine and reads from the same device: a card goes to whichever of the two asks first. Stop the agent to have it for certain.`;
}

/** Reads one card, at most `timeoutSeconds`. The reader is closed afterwards, whatever came. */
async function readOneCard({ device, kind, site, baud, timeoutSeconds }: ReadCardOrder): Promise<CardReport> {
  const rules = rulesOf(site);
  if (kind !== 'sdt') return readOneCode({ device, kind, baud, timeoutSeconds, rules });
  const timeout = timeoutSeconds * 1000;
  const stream = openByteStream(device, { baud });
  // One reading and no more: a reader that crawls may take the whole time for it.
  const reader = openSdtReader({ stream, deadlines: { whole: Math.max(5000, timeout) }, layouts: siteLayouts(rules) });
  const outcome = await waitForCard({ reader, stream, timeout });
  await reader.close();
  return cardReport(outcome);
}

/**
 * `read-card`: reads the card that lies on a reader, or the next one laid down; with `--kind` the next code, stripe or
 * passport, and what it means. Prints one, or why there is none; exit 0 or 1. A foreigner card of 2023 counts as read:
 * its kind is certain, and every field is null unless a site is named that knows its layout, because the layout is not
 * published and a guess could name the wrong person.
 */
export async function readCardCommand(args: string[]): Promise<number> {
  const order = readOrder(args);
  const rival = await agentHolding({ port: order.agentPort, device: order.device });
  if (rival !== undefined) console.error(rivalSentence(rival));
  const report = await readOneCard(order);
  if (order.json) console.log(JSON.stringify(report.json));
  else (report.ok ? console.log : console.error)(report.text);
  return report.ok ? 0 : 1;
}
