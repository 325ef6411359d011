import type { VisitContext } from './facts.ts';

/** The errand of finding a way, as a visit begins it and as somebody does who is not known. */
export const wayThere = {
  id: 'way',
  src: 'way',
  input: ({ context }: { readonly context: VisitContext }) => ({
    to: context.goal,
    stepFree: context.stepFree,
    language: context.language,
    mode: context.mode,
    helpComing: context.helpComing,
    newKey: context.newKey,
  }),
} as const;

const passedOn = { actions: 'passOnToWay' } as const;

/** What the errand hears while it is on the screen. */
export const heardByWay = {
  // Whoever walks without stairs does so for the rest of the visit.
  'patient.switchedStepFree': { actions: ['switchStepFree', 'passOnToWay'] },
  'patient.openedCategory': passedOn,
  'patient.askedForSearch': passedOn,
  'patient.searched': passedOn,
  'patient.chosePlace': passedOn,
  'patient.tookNewWay': passedOn,
  'patient.finished': passedOn,
  'patient.wentBack': passedOn,
  'patient.retried': passedOn,
  'patient.askedForPaper': passedOn,
  'patient.choseLanguage': { actions: ['speakLanguage', 'passOnToWay'] },
  'patient.choseMode': { actions: ['takeMode', 'passOnToWay'] },
  'print.changed': passedOn,
  'help.noted': passedOn,
  'guide.changed': passedOn,
} as const;
