import type { Agenda, Step } from '@lobby/hub/contract';

/** All steps of the day, the next one first. */
export function allSteps(agenda: Agenda): readonly Step[] {
  return agenda.next === null ? agenda.rest : [agenda.next, ...agenda.rest];
}

/** The step on the screen: the one the patient chose, else the next one; undefined when nothing is left today. */
export function chosenStep(agenda: Agenda | null, stepId: string | null): Step | undefined {
  if (agenda === null) return undefined;
  return allSteps(agenda).find((step) => step.stepId === stepId) ?? agenda.next ?? undefined;
}
