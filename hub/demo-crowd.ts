import type { CrowdMember } from './hospital/sandbox/sandbox.ts';
import { serviceOrdersOf } from './hospital/sandbox/service-orders.ts';
import type { OpenHub } from './open.ts';

/** How many wait in the first area of the demo, and in each of the others. */
const inFirstArea = 6;
const inOtherAreas = 3;

/**
 * Checks background patients of the demo hospital in, so that boards and desks look alive: up to a few in each queue,
 * by the way every patient goes. On a second start in the same clinic session the queues are full already.
 */
export async function fillWaitingAreas(
  hub: OpenHub,
  hospital: { crowd(): Promise<readonly CrowdMember[]> },
): Promise<void> {
  const crowd = await hospital.crowd();
  for (const [index, area] of hub.site.areas.entries()) {
    const wanted = index === 0 ? inFirstArea : inOtherAreas;
    for (const queue of area.queues) {
      const missing = wanted - (await hub.boards.numbersGiven(queue.id));
      const members = crowd.filter((member) => member.clinic === queue.clinic).slice(0, Math.max(0, missing));
      for (const { patientId, appointmentId } of members)
        await hub.visits.checkInFromElsewhere({ patientId, appointmentId });
    }
  }
  await fillServices(hub, crowd);
}

/** Some of those who are about have paid for medicine, or are to give blood. */
async function fillServices(hub: OpenHub, crowd: readonly CrowdMember[]): Promise<void> {
  const orders = serviceOrdersOf(crowd);
  for (const queue of hub.site.areas.flatMap(({ queues }) => queues)) {
    if ((queue.tickets ?? []).length === 0) continue;
    const missing = inOtherAreas - (await hub.boards.numbersGiven(queue.id));
    const own = orders.filter(({ clinic }) => clinic === queue.clinic).slice(0, Math.max(0, missing));
    for (const { because, reference, patientId } of own)
      await hub.serviceTickets.give({ because, reference, patientId, queueId: queue.id });
  }
}
