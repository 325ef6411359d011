import { factorsBeside, type TypedVisit, type TypedZoneReply } from '@lobby/hub/contract';
import { assign } from 'xstate';
import type { VisitContext, VisitEvent } from '../facts.ts';
import { visitSetup } from '../setup.ts';
import { checkBirthDate, checkFourDigits, checkNotEmpty, checkNumber, type Checked } from './checks.ts';
import type { TypedFacts, TypingProblem } from './facts.ts';

interface Heard {
  readonly context: VisitContext;
  readonly event: VisitEvent;
}

type Check = (text: string, context: VisitContext) => Checked;

const textOf = (event: VisitEvent): string => {
  if (event.type === 'wristband.scanned') return event.number;
  return event.type === 'patient.typed' ? event.text : '';
};

/** What somebody typed is right by this check, and leads on; else the same screen says what is wrong and keeps it. */
function typedWith<Target extends string>(
  check: Check,
  target: Target,
  keep: (value: string, context: VisitContext) => Partial<TypedFacts>,
) {
  const checked = ({ context, event }: Heard): Checked => check(textOf(event), context);
  const leadsOn = (heard: Heard): Partial<TypedFacts> => {
    const right = checked(heard);
    return { problem: null, kept: textOf(heard.event), ...(right.ok ? keep(right.value, heard.context) : {}) };
  };
  const staysHere = (heard: Heard): Partial<TypedFacts> => {
    const found = checked(heard);
    return { kept: textOf(heard.event), problem: found.ok ? null : found.problem };
  };
  return [
    { guard: (heard: Heard) => checked(heard).ok, target, actions: { type: 'keepTyped', params: leadsOn } },
    { actions: { type: 'keepTyped', params: staysHere } },
  ] as const;
}

const proofBy =
  (make: (value: string, context: VisitContext) => TypedVisit['proof']) =>
  (value: string, context: VisitContext): Partial<TypedFacts> => ({ proof: make(value, context) });

const wristbandWith = typedWith(
  checkNotEmpty,
  'asking',
  proofBy((wristband) => ({ by: 'wristband', wristband })),
);

const fresh = { type: 'keepTyped', params: { kept: '', problem: null } } as const;

const mayAsk =
  (factor: 'birth-date' | 'phone-end') =>
  ({ context }: Heard): boolean =>
    factorsBeside(context.typed.number, context.rules.secondFactors).includes(factor);
const staffMayVouch = ({ context }: Heard): boolean => context.rules.staffMayVouch;
const cameBy =
  (way: TypedFacts['way']) =>
  ({ context }: Heard): boolean =>
    context.typed.way === way;
const asked =
  (what: string) =>
  ({ event }: Heard): boolean =>
    event.type === 'patient.askedFor' && event.what === what;

/** Both other factors and staff, from the screen of one factor. */
const otherProofs = [
  { guard: asked('staff'), target: 'approval', actions: fresh },
  { guard: asked('birth-date'), target: 'birthDate', actions: fresh },
  { guard: asked('phone-end'), target: 'phoneEnd', actions: fresh },
] as const;

const backToNumber = [
  { guard: cameBy('factor'), target: '#visit.leaving', actions: ['decline', 'tellAgentToForget'] },
  { guard: cameBy('passport'), target: 'passportNumber', actions: fresh },
  { target: 'number', actions: fresh },
] as const;
const turnedAway = { target: '#visit.leaving', actions: ['decline', 'tellAgentToForget'] } as const;

const staffRefusals = ['staff-not-recognised', 'staff-locked', 'staff-not-allowed'] as const;
const staffRefusal = (event: VisitEvent): TypingProblem | undefined =>
  event.type === 'visit.refused' ? staffRefusals.find((reason) => reason === event.reason) : undefined;
const isNobodys = (event: VisitEvent): boolean =>
  event.type === 'visit.refused' && event.reason === 'wristband-unknown';
const provenBy =
  (...by: readonly string[]) =>
  ({ context, event }: Heard): boolean =>
    event.type === 'visit.refused' &&
    (event.reason === 'not-matched' || staffRefusal(event) !== undefined) &&
    by.includes(context.typed.proof?.by ?? 'lines');
const sayNobodys = { type: 'keepTyped', params: { proof: null, problem: 'wristband-unknown' } } as const;
const sayRefusal = {
  type: 'keepTyped',
  params: ({ event }: Heard): Partial<TypedFacts> => ({ proof: null, problem: staffRefusal(event) ?? 'not-matched' }),
} as const;

/** Whatever comes back goes to the screen on which it can be put right, with what was typed. */
const refusals = [
  { guard: provenBy('birth-date'), target: 'birthDate', actions: sayRefusal },
  { guard: provenBy('phone-end'), target: 'phoneEnd', actions: sayRefusal },
  { guard: provenBy('password'), target: 'workNumber', actions: sayRefusal },
  { guard: provenBy('badge'), target: 'approval', actions: sayRefusal },
  { guard: provenBy('lines'), target: 'lines', actions: sayRefusal },
  { guard: ({ event }: Heard) => isNobodys(event), target: 'wristband', actions: sayNobodys },
  { target: '#visit.refused', actions: ['noteRefusal', 'tellAgentToForget'] },
] as const;

const waitingForHub = visitSetup.createStateConfig({
  tags: 'waiting',
  meta: { screen: 'identifying' },
  entry: 'beginWork',
  exit: 'endWork',
  on: { 'visit.refused': refusals },
  after: { identifyTimeout: { target: '#visit.refused', actions: ['noteRefusal', 'tellAgentToForget'] } },
  initial: 'asked',
  states: { asked: { after: { slow: 'slow' } }, slow: { tags: 'slow' } },
});

const zoneProblem = (reply: TypedZoneReply): TypingProblem | null => {
  if (reply.ok) return null;
  if (reply.reason === 'check-digit') return `lines-${reply.field ?? 'whole'}`;
  return reply.reason === 'not-supported' ? 'lines-not-supported' : 'lines-incomplete';
};

/** Ways to be known without a card on the reader: how to show it, or what to type, one question a screen. */
export const waysFlow = visitSetup.createStateConfig({
  initial: 'deciding',
  states: {
    deciding: {
      always: [
        { guard: cameBy('code'), target: 'code' },
        { guard: cameBy('card'), target: 'card' },
        { guard: cameBy('passport'), target: 'passport' },
        { guard: cameBy('factor'), target: 'factor' },
        { guard: cameBy('wristband'), target: 'wristband' },
        { target: 'number' },
      ],
    },
    code: { meta: { screen: 'show-code' } },
    card: { meta: { screen: 'show-card' } },
    passport: {
      meta: { screen: 'show-passport' },
      on: {
        'patient.askedFor': [
          { guard: asked('lines'), target: 'lines', actions: fresh },
          { target: 'passportNumber', actions: fresh },
        ],
      },
    },
    lines: {
      meta: { screen: 'typing', typing: 'passport-lines' },
      on: {
        'patient.typed': typedWith(checkNotEmpty, 'sendingLines', () => ({ proof: null })),
        'patient.askedFor': { target: 'passportNumber', actions: fresh },
        'patient.wentBack': { target: 'passport', actions: fresh },
      },
    },
    sendingLines: {
      ...waitingForHub,
      invoke: {
        src: 'sendLines',
        input: ({ context }) => ({ lines: context.typed.kept.split('\n'), key: context.newKey() }),
        onDone: {
          guard: ({ event }) => !event.output.ok,
          target: 'lines',
          actions: assign(({ context, event }) => ({
            typed: { ...context.typed, problem: zoneProblem(event.output) },
          })),
        },
        onError: { target: '#visit.refused', actions: 'noteRefusal' },
      },
    },
    passportNumber: {
      meta: { screen: 'typing', typing: 'passport-number' },
      on: {
        'patient.typed': typedWith(checkNumber, 'factor', (number) => ({ number, kept: '' })),
        'patient.wentBack': { target: 'passport', actions: fresh },
      },
    },
    number: {
      meta: { screen: 'typing', typing: 'number' },
      on: {
        'patient.typed': typedWith(checkNumber, 'factor', (number) => ({ number, kept: '' })),
        'patient.wentBack': turnedAway,
      },
    },
    factor: {
      always: [
        { guard: mayAsk('birth-date'), target: 'birthDate' },
        { guard: mayAsk('phone-end'), target: 'phoneEnd' },
        { guard: staffMayVouch, target: 'approval' },
        { target: '#visit.refused', actions: assign({ refusal: 'second-factor-needed' }) },
      ],
    },
    birthDate: {
      meta: { screen: 'typing', typing: 'birth-date' },
      on: {
        'patient.typed': typedWith(
          (text, { now }) => checkBirthDate(text, now()),
          'asking',
          proofBy((birthDate) => ({ by: 'birth-date', birthDate })),
        ),
        'patient.askedFor': otherProofs,
        'patient.wentBack': backToNumber,
      },
    },
    phoneEnd: {
      meta: { screen: 'typing', typing: 'phone-end' },
      on: {
        'patient.typed': typedWith(
          checkFourDigits,
          'asking',
          proofBy((digits) => ({ by: 'phone-end', digits })),
        ),
        'patient.askedFor': otherProofs,
        'patient.wentBack': backToNumber,
      },
    },
    approval: {
      meta: { screen: 'staff-approval' },
      entry: assign(({ context }) => ({ typed: { ...context.typed, proof: { by: 'badge' as const } } })),
      // The agent waits for the badge; the page hears that one was read, and what became of it.
      invoke: {
        src: 'sendTyped',
        input: ({ context }) => ({ number: context.typed.number, proof: { by: 'badge' as const } }),
        onError: { target: '#visit.refused', actions: 'noteRefusal' },
      },
      on: {
        'badge.taken': 'lookingAtBadge',
        'patient.askedFor': { target: 'workNumber', actions: fresh },
        'patient.wentBack': [
          { guard: mayAsk('birth-date'), target: 'birthDate', actions: fresh },
          { guard: mayAsk('phone-end'), target: 'phoneEnd', actions: fresh },
          ...backToNumber,
        ],
      },
    },
    lookingAtBadge: waitingForHub,
    wristband: {
      meta: { screen: 'typing', typing: 'wristband' },
      entry: { type: 'tellAgentOfWristband', params: { visitId: null, asked: true } },
      exit: { type: 'tellAgentOfWristband', params: { visitId: null, asked: false } },
      on: {
        'patient.typed': wristbandWith,
        'wristband.scanned': wristbandWith,
        'patient.wentBack': turnedAway,
      },
    },
    workNumber: {
      meta: { screen: 'typing', typing: 'work-number' },
      on: {
        'patient.typed': typedWith(checkNotEmpty, 'password', (workNo) => ({ workNo, kept: '' })),
        'patient.wentBack': { target: 'approval', actions: fresh },
      },
    },
    password: {
      meta: { screen: 'typing', typing: 'password' },
      on: {
        'patient.typed': typedWith(checkNotEmpty, 'asking', (password, { typed }) => ({
          proof: { by: 'password', workNo: typed.workNo, password },
          kept: '',
        })),
        'patient.wentBack': { target: 'workNumber', actions: fresh },
      },
    },
    asking: {
      ...waitingForHub,
      invoke: {
        src: 'sendTyped',
        input: ({ context }) => ({ number: context.typed.number, proof: context.typed.proof ?? { by: 'badge' } }),
        onError: { target: '#visit.refused', actions: 'noteRefusal' },
      },
    },
  },
});
