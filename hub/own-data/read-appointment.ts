import { z } from 'zod';
import type { FileTime, LeftReason, Loaded, Pointer } from '../contract/index.ts';
import { readFileTime } from './file-time.ts';
import type { Identity } from './identity.ts';
import { pointerOf, rawPointer } from './pointers.ts';
import { rawConcept, rawIdentifiers, rawList, rawOne, rawText } from './raw.ts';
import { wordsOfConcepts } from './spoken-names.ts';

const rawParticipant = z.object({ actor: rawPointer, status: rawText });
const rawAppointment = z.object({
  status: rawText,
  identifier: rawIdentifiers,
  start: rawText,
  end: rawText,
  minutesDuration: rawOne(z.coerce.number()),
  slot: rawList(rawPointer, 20),
  participant: rawList(rawParticipant, 60),
  serviceType: rawList(rawConcept, 10),
  specialty: rawList(rawConcept, 10),
  serviceCategory: rawList(rawConcept, 10),
});
type RawAppointment = z.output<typeof rawAppointment>;

const kept = ['booked', 'checked-in', 'arrived', 'fulfilled', 'cancelled', 'noshow'] as const;
const notYetBooked: readonly string[] = ['proposed', 'pending', 'waitlist'];

/** An Appointment with a place in somebody's day. */
export function readAppointment(resource: unknown, identity: Identity): Loaded<'Appointment'> | LeftReason {
  const raw = rawAppointment.parse(resource);
  const status = kept.find((known) => known === raw.status);
  if (raw.status === 'entered-in-error') return 'entered-in-error';
  if (notYetBooked.includes(raw.status ?? '')) return 'not-booked';
  if (status === undefined) return 'status-unknown';
  const people = participantsOf(raw, identity);
  if (people.declinedByPatient) return 'not-booked';
  const slots = raw.slot.flatMap((one) => pointerOf(one, identity.identity) ?? []);
  const [start, end] = [timeOf(raw.start), timeOf(raw.end)];
  if (slots.length === 0 && start === 'unreadable') return 'time-unreadable';
  if (slots.length === 0 && start === null && (end === null || end === 'unreadable')) return 'no-time';
  const minutes = Math.round(raw.minutesDuration ?? 0);
  return {
    type: 'Appointment',
    ...identity,
    identifiers: raw.identifier,
    status,
    start: start === 'unreadable' ? null : start,
    end: end === 'unreadable' ? null : end,
    minutes: minutes >= 1 && minutes <= 1440 ? minutes : null,
    actors: people.actors,
    slots,
    service: wordsOfConcepts([...raw.serviceType, ...raw.specialty, ...raw.serviceCategory]),
  };
}

const rawSlot = z.object({
  status: rawText,
  identifier: rawIdentifiers,
  schedule: rawPointer,
  start: rawText,
  end: rawText,
});

export function readSlot(resource: unknown, identity: Identity): Loaded<'Slot'> | LeftReason {
  const raw = rawSlot.parse(resource);
  if (raw.status === 'entered-in-error') return 'entered-in-error';
  const [start, end] = [timeOf(raw.start), timeOf(raw.end)];
  if (start === null) return 'no-time';
  if (start === 'unreadable') return 'time-unreadable';
  const schedule = pointerOf(raw.schedule, identity.identity) ?? null;
  const ends = end === 'unreadable' ? null : end;
  return { type: 'Slot', ...identity, identifiers: raw.identifier, schedule, start, end: ends };
}

function timeOf(text: string | undefined): FileTime | 'unreadable' | null {
  return text === undefined ? null : readFileTime(text);
}

function participantsOf(
  raw: RawAppointment,
  identity: Identity,
): { readonly actors: Pointer[]; readonly declinedByPatient: boolean } {
  const all = raw.participant.flatMap(({ actor, status }) => {
    const pointer = pointerOf(actor, identity.identity);
    return pointer === undefined ? [] : [{ pointer, declined: status === 'declined' }];
  });
  const patients = all.filter(({ pointer }) => pointer.type === 'Patient');
  return {
    actors: all.filter(({ declined }) => !declined).map(({ pointer }) => pointer),
    declinedByPatient: patients.length > 0 && patients.every(({ declined }) => declined),
  };
}
