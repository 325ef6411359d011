import { z } from 'zod';
import { bilingual, id, timeOfDay } from '@lobby/config/settings/words.ts';

const share = z
  .number({ error: 'expected a share from 0 to 1, such as 0.1' })
  .min(0, 'expected a share from 0 to 1, such as 0.1')
  .max(1, 'expected a share from 0 to 1, such as 0.1');
const minutes = z
  .number({ error: 'expected minutes, such as 15' })
  .min(0, 'expected minutes from 0 on')
  .max(1440, 'expected at most 1440 minutes');
const patients = z
  .number({ error: 'expected how many patients, such as 12' })
  .int('expected a whole number of patients')
  .min(0, 'expected patients from 0 on')
  .max(5000, 'expected at most 5000 patients');
const time = timeOfDay;

/** How long something takes: always so many minutes, or a median and what nine of ten do not exceed. */
export const duration = z.union(
  [
    minutes,
    z
      .object({ median: minutes.min(0.1), p90: minutes.optional() })
      .strict()
      .refine(({ median, p90 }) => p90 === undefined || p90 >= median, 'p90 may not be less than the median'),
  ],
  { error: 'expected minutes such as 6, or { median: 6, p90: 12 }' },
);

const span = z
  .object({ from: time, until: time })
  .strict()
  .refine(({ from, until }) => from < until, 'must end after it starts (from, until)');

const appointments = z
  .object({
    from: time.optional(),
    until: time.optional(),
    slotMinutes: z.number().int().min(1).max(480).optional(),
    perSlot: patients.optional(),
    /** Slots one by one, instead of the four above. */
    slots: z.array(z.object({ from: time, until: time, patients }).strict()).optional(),
    earlyMinutes: minutes.optional(),
    spreadMinutes: minutes.optional(),
    noShow: share.optional(),
    late: z.object({ share, minutes }).strict().optional(),
  })
  .strict();

const missed = z
  .object({
    share: share.optional(),
    waitSeconds: z.number().int().min(0).max(600).optional(),
    comesBack: share.optional(),
    afterMinutes: minutes.optional(),
  })
  .strict();

const tests = z.object({ share: share.optional(), minutes: duration.optional(), again: duration.optional() }).strict();

const opening = {
  id: id.optional(),
  copies: z.number().int().min(1).max(200).optional(),
  from: time.optional(),
  until: time.optional(),
  pauses: z.array(span).optional(),
  service: duration.optional(),
};
const ownDesk = z.object(opening).strict();
const sharedDesk = z.object({ ...opening, queues: z.array(id).min(1) }).strict();

const ofQueue = {
  appointments: appointments.optional(),
  walkIns: z.record(time, patients, { error: 'expected walk-ins by the hour, such as { "08:00": 6 }' }).optional(),
  classes: z.record(id, share, { error: 'expected a share for each class, such as { elder-80: 0.1 }' }).optional(),
  service: duration.optional(),
  missed: missed.optional(),
  tests: tests.optional(),
  desks: z
    .union([z.number().int().min(0).max(200), z.array(ownDesk)], {
      error: 'expected how many desks, or a list such as [{ from: "08:00", until: "12:00" }]',
    })
    .optional(),
};
const queueSettings = z.object(ofQueue).strict();

/** A day of a file: who comes when, and who serves them. Times are of the clock on the wall. */
export const daySettings = z
  .object({
    name: bilingual.optional(),
    from: time.default('08:00'),
    until: time.default('12:00'),
    sessions: z.array(span).min(1).optional(),
    overtimeMinutes: minutes.default(60),
    everyQueue: queueSettings.optional(),
    queues: z
      .array(
        z
          .object({
            id,
            name: bilingual.optional(),
            copies: z.number().int().min(1).max(200).optional(),
            ...ofQueue,
          })
          .strict(),
        { error: 'expected a list of queues, such as [{ id: cardiology }]' },
      )
      .min(1, 'expected at least one queue, such as [{ id: cardiology }]')
      .max(200, 'expected at most 200 queues'),
    desks: z.array(sharedDesk).optional(),
  })
  .strict()
  .refine(({ from, until }) => from < until, { path: ['until'], error: 'must be later than "from"' });

export type DaySettings = z.infer<typeof daySettings>;
export type QueueOfDay = DaySettings['queues'][number];
export type QueueSettingsOfDay = z.infer<typeof queueSettings>;
export type DeskSettings = z.infer<typeof ownDesk>;
export type Duration = z.infer<typeof duration>;
