import { demoAccounts } from '#lib/server/demo-accounts.ts';
import { helperIn } from '#lib/server/helper.ts';
import type { PageServerLoad } from './$types';

/** A person logs in, by account or by badge; then it is the board. */
export const load: PageServerLoad = async ({ locals, setHeaders }) => {
  const { hub } = locals;
  const { hospital, timeZone } = hub.site;
  // The camera reads slips, and only here.
  setHeaders({ 'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=()' });
  const helper = helperIn(locals);
  if (helper.ok) {
    const board = await hub.assist.board(helper.person);
    return { stage: 'board', hospital: hospital.name, person: helper.person, board, timeZone } as const;
  }
  const otherRole = helper.reason === 'role-not-allowed';
  return {
    stage: 'login',
    hospital: hospital.name,
    otherRole,
    accounts: demoAccounts(hub.site, ['volunteer', 'nurse']),
  } as const;
};
