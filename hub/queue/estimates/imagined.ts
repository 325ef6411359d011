import { untouched, type Ticket } from '../ticket.ts';
import type { QueuePlace } from '../site-plan.ts';

/** Stands for whoever would check in now. */
const nobody = '?';

/** A ticket of whoever would check in for a slot: only for what it would be told. */
export function imaginedTicket(
  { queue, area }: QueuePlace,
  as: Pick<Ticket, 'lane' | 'kind' | 'slotStart' | 'slotEnd' | 'checkedInAt' | 'businessDate' | 'session'>,
): Ticket {
  return {
    ...untouched,
    id: nobody,
    queueId: queue.id,
    areaId: area.id,
    number: Number.MAX_SAFE_INTEGER,
    label: nobody,
    patient: { patientId: nobody, maskedName: '', surname: null, sex: 'unknown', birthYear: null },
    actedBy: null,
    appointmentId: null,
    practitioner: null,
    ...as,
  };
}
