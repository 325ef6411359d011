import type { Site } from '@lobby/config';
import { clinicTimeOf } from '../business-date.ts';
import type { Clock } from '../clock.ts';
import type { HospitalStatus, TellHospitalReply } from '../contract/index.ts';
import type { HospitalSystem } from '../hub.ts';
import type { Store } from '../store/store.ts';
import type { GuardedHospital } from './guarded-hospital.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import { checkScript } from './sandbox/script.ts';

/** The hospital as an operator sees it. `sandbox`: undefined where a real hospital stands behind the port. */
export function systemOf(guarded: GuardedHospital, sandbox: Sandbox | undefined): HospitalSystem {
  const report = (): TellHospitalReply => {
    const followed = sandbox?.followed;
    const scriptSince = followed === undefined ? null : new Date(followed.startedAt).toISOString();
    return { ok: true, hospital: guarded.status, script: followed?.script ?? null, scriptSince };
  };
  return {
    get status() {
      return guarded.status;
    },
    report,
    tell(content) {
      if (sandbox === undefined) return { ok: false, reason: 'no-sandbox', problems: [] };
      if (content === null) {
        sandbox.follow(undefined);
        return report();
      }
      const checked = checkScript(content);
      if (!checked.ok) return { ok: false, reason: 'script-wrong', problems: [...checked.problems] };
      sandbox.follow(checked.script);
      return report();
    },
  };
}

/** An entry of the feed and a line of the log when the hospital system goes away, comes back or becomes slow. */
export async function tellOfChange(
  parts: { readonly site: Site; readonly store: Store; readonly clock: Clock },
  status: HospitalStatus,
): Promise<void> {
  const { state, since } = status;
  console.log(`hub: the hospital system is ${state} since ${since}`);
  const { businessDate } = clinicTimeOf(parts.site, parts.clock.now());
  const event = { type: 'hospital.changed', businessDate, areaId: null, queueId: null, body: { ...status } } as const;
  await parts.store.change(async () => ({ reply: undefined, events: [event] }));
}
