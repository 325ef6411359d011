import type { AgentEvent } from '@lobby/hub/contract';

type FieldsOf = { readonly [T in AgentEvent['type']]: readonly (keyof Extract<AgentEvent, { type: T }>)[] };

/** Every event of the agent with the fields it cannot do without. */
const fieldsOf: FieldsOf = {
  hello: ['terminalId', 'hub', 'reader', 'printer', 'paper'],
  'card.presented': [],
  'code.presented': [],
  'card.trouble': ['trouble'],
  'card.removed': [],
  'visit.opened': ['visitId', 'maskedName', 'choices'],
  'visit.refused': ['reason'],
  'visit.ended': ['visitId', 'why'],
  'print.changed': ['jobId', 'ticketId', 'state', 'problem'],
  'device.changed': ['reader', 'printer', 'paper'],
  'help.changed': ['help'],
  'guide.changed': ['version'],
  'hospital.changed': ['state', 'since'],
  'badge.taken': [],
  'wristband.scanned': ['number'],
  'self-test.changed': ['running'],
  'self-test.speak': ['runId'],
  'hub.away': [],
  'hub.here': [],
};

/** One message of the agent's stream; undefined for what this page does not know, such as news from a newer agent. */
export function agentEventOf(text: string): AgentEvent | undefined {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isAgentEvent(message) ? message : undefined;
}

// The agent is our own program on the same machine and the contract binds it: its page checks which message it is and
// that nothing is missing, and leaves the values to the schemas on the other side.
function isAgentEvent(message: unknown): message is AgentEvent {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  const { type } = message;
  if (typeof type !== 'string' || !isKnown(type)) return false;
  return fieldsOf[type].every((field) => field in message);
}

function isKnown(type: string): type is AgentEvent['type'] {
  return Object.hasOwn(fieldsOf, type);
}
