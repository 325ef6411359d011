import { DatabaseSync } from 'node:sqlite';

/** What the databases say of some patients when everybody has gone home. */
export interface Afterwards {
  /** Anything that happened twice: two tickets of one patient or appointment, one number given to two, a step taken twice at the hospital. */
  readonly twice: readonly string[];
  /** Appointments that the hospital has as arrived and that have no ticket, and the other way round. */
  readonly arrivedWithoutTicket: readonly string[];
  readonly ticketWithoutArrival: readonly string[];
  /** Check-ins of which nobody knows yet what became. */
  readonly open: number;
  /** Patients who have a ticket. */
  readonly withTicket: ReadonlySet<string>;
}

type Row = Readonly<Record<string, unknown>>;

/** Compares the tickets of the hub with the appointments of the hospital. Both databases are SQLite files. */
export function lookAfterwards(asked: {
  readonly hub: string;
  readonly sandbox: string;
  readonly patientIds: readonly string[];
}): Afterwards {
  const [hub, sandbox] = [asked.hub, asked.sandbox].map((file) => {
    const database = new DatabaseSync(file, { readOnly: true });
    return { rows: (text: string): Row[] => database.prepare(text).all(), close: () => database.close() };
  });
  if (hub === undefined || sandbox === undefined) throw new Error('two databases were named');
  try {
    const ours = (row: Row): boolean => asked.patientIds.includes(String(row['patient']));
    const tickets = hub.rows(
      'SELECT patient_id AS patient, appointment_id AS appointment, number, queue_id, business_date, clinic_session FROM ticket',
    );
    const arrived = sandbox.rows("SELECT id, patient FROM appointment WHERE status = 'arrived'").filter(ours);
    const steps = sandbox.rows("SELECT operation || ' ' || his_ref AS step FROM write");
    const placeOf = (row: Row): string => [row['queue_id'], row['business_date'], row['clinic_session']].join(' ');
    const ticketed = tickets.filter(ours).map((row) => String(row['appointment']));
    const arrivals = arrived.map((row) => String(row['id']));
    return {
      twice: [
        ...moreThanOnce(tickets.map((row) => `number ${String(row['number'])} in ${placeOf(row)}`)),
        ...moreThanOnce(tickets.filter(ours).map((row) => `tickets of ${String(row['patient'])}`)),
        ...moreThanOnce(ticketed.map((appointment) => `tickets of ${appointment}`)),
        ...moreThanOnce(steps.map((row) => String(row['step']))),
      ],
      arrivedWithoutTicket: arrivals.filter((id) => !ticketed.includes(id)),
      ticketWithoutArrival: ticketed.filter((id) => !arrivals.includes(id)),
      open: hub.rows("SELECT id FROM check_in_intent WHERE state = 'open'").length,
      withTicket: new Set(tickets.filter(ours).map((row) => String(row['patient']))),
    };
  } finally {
    hub.close();
    sandbox.close();
  }
}

function moreThanOnce(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
