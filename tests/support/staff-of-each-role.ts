import { fileURLToPath } from 'node:url';
import { loadSite, type Site } from '@lobby/config';

/** One demo account of each role; the password is demo-<work number>. */
export const staffOfEachRole = {
  doctor: '1001',
  nurse: '3001',
  cashier: '5001',
  volunteer: '7001',
  operator: '9001',
} as const;

/** The demo site with few patients and one account of each role. */
export function siteWithEachRole(): Site {
  const site = loadSite(fileURLToPath(new URL('../../config/sites/demo', import.meta.url)));
  if (site.demo === undefined) throw new Error('the demo site has no demo settings');
  const kept: readonly string[] = Object.values(staffOfEachRole);
  const staff = site.demo.staff.filter(({ workNo }) => kept.includes(workNo));
  return { ...site, demo: { ...site.demo, patients: 120, staff } };
}
