import type { Database } from '../store/tables.ts';
import { ticketById, ticketsOfPatient } from './storage.ts';
import type { Ticket } from './ticket.ts';

/** A ticket by its id, as it is stored now. */
export function storedTicket(database: Database, ticketId: string): Promise<Ticket | undefined> {
  return ticketById(database, ticketId);
}

/** Tickets of a patient from a business date on. */
export function patientTickets(database: Database, patientId: string, since: string): Promise<readonly Ticket[]> {
  return ticketsOfPatient(database, patientId, since);
}
