import type { Site } from '@lobby/config';
import type { StaffRole } from '@lobby/hub/contract';

interface DemoSite {
  readonly demo?: Pick<NonNullable<Site['demo']>, 'staff'> | undefined;
}

/** The demo hospital says how to get in: its first two accounts with one of these roles; nobody's anywhere else. */
export function demoAccounts(site: DemoSite, roles: readonly StaffRole[]) {
  return (site.demo?.staff ?? [])
    .filter(({ role }) => roles.includes(role))
    .slice(0, 2)
    .map(({ workNo, name, password }) => ({ workNo, name, password }));
}
