import { z } from 'zod';
import { numbering, queueCheckIn } from './queue-check-in.ts';
import { calls, estimate, fairness, prepare, queueDesk, queuePrivacy, roomLimit } from './queue-desk.ts';
import { appointments, interleave, late, missed, returning } from './queue-lanes.ts';
import { priorityClass } from './queue-priority.ts';

/** Named policies that ship: behaviours which hospitals have published. */
export const presetNames = [
  'two-one-one',
  'returns-after-two',
  'late-to-the-end',
  'elders-and-veterans',
  'childrens-clinic',
  'emergency-levels',
] as const;
export type PresetName = (typeof presetNames)[number];

/**
 * Rules of a queue as a hospital, an area or a queue gives them: what is left out stays as the level above has it.
 * A preset sets all that the order depends on; the other settings of the same level go on top of it.
 */
export const queuePolicy = z
  .object({
    preset: z
      .enum(presetNames)
      .optional()
      .describe('A named policy to start from; all other settings go on top of it')
      .meta({ example: 'two-one-one' }),
    numbering: numbering.optional().describe('How numbers are given'),
    checkIn: queueCheckIn.optional().describe('When a patient may check in'),
    appointments: appointments.optional().describe('How appointments and walk-ins share the normal lane'),
    late: late.optional().describe('Patients who check in after their slot'),
    missed: missed.optional().describe('Patients who were called and did not come'),
    return: returning.optional().describe('Patients back from tests'),
    interleave: interleave
      .optional()
      .describe('How many of each lane are called in turn; an empty lane is passed over'),
    priority: z.array(priorityClass).optional().describe('Priority classes of the queue').meta({ example: [] }),
    fairness: fairness.optional().describe('The longest wait that the rules may cause'),
    roomLimit: roomLimit.optional().describe('Waiting at the room, after the hall'),
    prepare: prepare.optional(),
    calls: calls.optional().describe('How tickets are called'),
    estimate: estimate.optional().describe('How long patients are told that they will wait'),
    desk: queueDesk.optional().describe('What desks do'),
    privacy: queuePrivacy.optional().describe('What is shown and said of a patient'),
  })
  .strict();

/** What one level of a site says about its queues. */
export type QueueSettings = z.infer<typeof queuePolicy>;

/** Settings with nothing left out; lists and rules are taken whole. */
type Whole<Given> = Given extends readonly unknown[] | { readonly rule: string } | { readonly zh: string }
  ? Given
  : Given extends object
    ? { readonly [Key in keyof Given]-?: Whole<Exclude<Given[Key], undefined>> }
    : Given;

/** All rules of a queue, with nothing left out. */
export type QueuePolicy = Whole<Omit<QueueSettings, 'preset'>>;
