import { z } from 'zod';
import { hospitalStatus, type HospitalStatus, type TerminalState } from '@lobby/hub/contract';
import { askHub } from './hub-client.ts';
import type { HubLine } from './hub-line.ts';
import type { HubState } from './hub-watch.ts';
import type { Identity } from './identity.ts';
import { reportState } from './state-report.ts';

const health = z.object({ ok: z.literal(true), hospital: hospitalStatus.optional() });
const unreachable: HubState = { state: 'away', why: 'unreachable' };

/**
 * Looks whether the hub answers and knows this terminal: health, then a report of the state with the credential. A
 * terminal without an accepted credential redeems its one-time code first.
 */
export function hubProbe(options: {
  readonly line: HubLine;
  readonly identity: Identity;
  readonly state: () => TerminalState;
  readonly answerWithin: number;
  /** Hears how the hospital system is, as the hub finds it. */
  readonly onHospital: (status: HospitalStatus) => void;
}): () => Promise<HubState> {
  const { line, identity, answerWithin } = options;

  const introduce = async (): Promise<HubState> => {
    identity.keep();
    const { credential } = identity;
    if (credential !== undefined) {
      const result = await reportState({ line, credential, state: options.state(), answerWithin });
      if (result === 'taken') return { state: 'here' };
      if (result === 'unreachable') return unreachable;
    }
    return (await identity.redeem()) ? introduce() : { state: 'away', why: 'not-enrolled' };
  };

  return async () => {
    const reply = await askHub(line, { method: 'GET', path: '/api/health', shape: health, answerWithin });
    if (reply.kind !== 'answer' || reply.status !== 200) return unreachable;
    if (reply.value.hospital !== undefined) options.onHospital(reply.value.hospital);
    return introduce();
  };
}
