import { z } from 'zod';

const kinds = [
  'resident-id',
  'hmt-permit',
  'foreigner-2017',
  'foreigner-2023',
  'passport',
  'hospital-card',
  'health-code',
  'insurance-code',
  'other-code',
  'typed-number',
] as const;
const codes = ['hospital-card', 'health-code', 'insurance-code', 'other-code'] as const;
const factors = ['birth-date', 'phone-end'] as const;
const roles = ['doctor', 'nurse', 'volunteer', 'cashier', 'operator'] as const;

const wrongTries = z
  .object({
    perNumber: z
      .number()
      .int()
      .min(1)
      .max(20)
      .default(3)
      .describe('How often a wrong second factor may be tried for one number')
      .meta({ example: 3 }),
    perTerminal: z
      .number()
      .int()
      .min(1)
      .max(100)
      .default(10)
      .describe('How many wrong tries a terminal takes, whatever the numbers')
      .meta({ example: 10 }),
    lockMinutes: z
      .number()
      .int()
      .min(1)
      .max(1440)
      .default(15)
      .describe('How long numbers are not taken after too many tries; earlier tries are forgotten after it as well')
      .meta({ example: 15 }),
  })
  .strict();

const guardians = z
  .object({
    openChildren: z
      .boolean()
      .default(true)
      .describe("A parent's own identity document also opens the files of children that name the parent")
      .meta({ example: true }),
    adultAge: z
      .number()
      .int()
      .min(1)
      .max(30)
      .default(18)
      .describe('Age in years from which nobody opens a file as a guardian')
      .meta({ example: 18 }),
  })
  .strict();

const inpatients = z
  .object({
    relativesMayAct: z
      .boolean()
      .default(true)
      .describe('Somebody who has shown a card of their own may act for an inpatient by the number on the wristband')
      .meta({ example: true }),
    errands: z
      .array(z.enum(['check-in']))
      .default(['check-in'])
      .describe('What a relative may do for an inpatient beside looking up the appointments of the day')
      .meta({ example: ['check-in'] }),
  })
  .strict();

export const identification = z
  .object({
    accepts: z
      .array(z.enum(kinds))
      .min(1)
      .default([...kinds])
      .describe('Credentials that open a visit at a terminal')
      .meta({ example: ['resident-id', 'passport', 'hospital-card'] }),
    askSecondFactor: z
      .array(z.enum(codes))
      .default([])
      .describe(
        'Codes and cards that open nothing without a second factor or a staff member; a typed number never does',
      )
      .meta({ example: ['hospital-card'] }),
    secondFactors: z
      .array(z.enum(factors))
      .default(['birth-date', 'phone-end'])
      .describe('What is asked for beside a number, the first that fits: birth date, last four digits of the telephone')
      .meta({ example: ['phone-end'] }),
    approvedBy: z
      .array(z.enum(roles))
      .default(['nurse', 'cashier', 'operator'])
      .describe('Staff who may vouch for a patient at a terminal; empty: nobody')
      .meta({ example: ['nurse', 'operator'] }),
    wrongTries: wrongTries.prefault({}).describe('When tries at numbers end'),
    guardians: guardians.prefault({}).describe('Children who come with a parent'),
    inpatients: inpatients.prefault({}).describe('Relatives who act for an inpatient'),
  })
  .strict();
export type Identification = z.infer<typeof identification>;
