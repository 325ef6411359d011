import type { Site } from '@lobby/config';
import { clinicTimeOf } from '@lobby/hub/business-date.ts';
import type { Clock } from '@lobby/hub/clock.ts';
import { joinQueue } from '@lobby/hub/queue/join.ts';
import { Lines } from '@lobby/hub/queue/lines.ts';
import { SitePlan } from '@lobby/hub/queue/site-plan.ts';
import { Store } from '@lobby/hub/store/store.ts';
import type { Database } from '@lobby/hub/store/tables.ts';
import type { TestDatabase } from './test-hub.ts';

/** Gives `count` invented patients a number each in a queue: more than the demo hospital has at one hour. */
export async function fillQueue(
  into: { readonly tables: Database; readonly kind: TestDatabase; readonly site: Site; readonly clock: Clock },
  queueId: string,
  count: number,
  named = 'invented',
): Promise<void> {
  const { tables, kind, site, clock } = into;
  const store = new Store({ kind, database: tables }, clock, () => undefined);
  const lines = new Lines(site, clock);
  const place = new SitePlan(site).queue(queueId);
  if (place === undefined) throw new Error(`no queue ${queueId}`);
  const at = new Date(clock.now()).toISOString();
  const patient = { maskedName: '张*明', surname: '张', sex: 'male', birthYear: 1960 } as const;
  await Promise.all(
    Array.from({ length: count }, (_, index) =>
      store.change(async (transaction) => {
        const joined = await joinQueue(transaction, lines, {
          place,
          ...clinicTimeOf(site, clock.now()),
          patient: { ...patient, patientId: `${named}-${queueId}-${index}` },
          actedBy: null,
          kind: 'appointment',
          appointmentId: `${named}-${queueId}-${index}`,
          practitioner: null,
          slotStart: at,
          slotEnd: at,
          lane: 'normal',
          at,
        });
        return { reply: undefined, events: joined.events };
      }),
    ),
  );
}
