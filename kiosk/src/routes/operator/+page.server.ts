import { version } from '$app/env';
import { demoAccounts } from '#lib/server/demo-accounts.ts';
import type { PageServerLoad } from './$types';

/** An operator sees everything that stands in the hospital; a nurse comes here for badges alone. */
export const load: PageServerLoad = async ({ locals }) => {
  const { hub, staff } = locals;
  const { hospital, timeZone } = hub.site;
  const base = { hospital: hospital.name, timeZone };
  if (staff === undefined || (staff.role !== 'operator' && staff.role !== 'nurse'))
    return {
      ...base,
      stage: 'login',
      otherRole: staff !== undefined,
      accounts: demoAccounts(hub.site, ['operator', 'nurse']),
    } as const;
  const badges = await hub.staff.badgesOfToday();
  if (staff.role === 'nurse') return { ...base, stage: 'badges', person: staff, badges } as const;
  const [fleet, accounts, records, credentials, deskCredentials, waits] = await Promise.all([
    hub.fleet.view(),
    hub.accounts.list(),
    hub.visits.identificationsOfToday(),
    hub.mirror.credentials(),
    hub.deskApi.list(),
    hub.estimates.report(),
  ]);
  return {
    ...base,
    stage: 'operator',
    person: staff,
    badges,
    fleet,
    accounts,
    records,
    credentials,
    deskCredentials,
    waits,
    plays: hub.simulations.choices(),
    version,
  } as const;
};
