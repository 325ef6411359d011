import { refuse, type Act, type ActRefused } from './act.ts';

/** Why a desk calls nobody now; undefined: it does. */
export function closedDesk(act: Act, deskId: string): ActRefused | undefined {
  const state = act.desks.get(deskId)?.state;
  if (state === 'stopped') return refuse('desk-stopped');
  return state === 'paused' ? refuse('paused') : undefined;
}
