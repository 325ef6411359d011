import type { SeededRandom } from '@lobby/hub/hospital/sandbox/seeded-random.ts';
import type { ScreenView } from '@lobby/kiosk/src/flows/screen-view.ts';
import type { Page } from './page.ts';

/** A patient of the campaign: whose card it is. */
export interface Person {
  readonly patientId: string;
  readonly appointmentId: string;
  readonly idNumber: string;
  readonly name: string;
  readonly sex: 'male' | 'female';
  /** ISO date. */
  readonly birthDate: string;
}

/** A terminal that a scripted patient can use. */
export interface CampaignTerminal {
  readonly page: Page;
  layDown(person: Person): Promise<void>;
  lift(): Promise<void>;
}

/**
 * How patients behave. calm: waits and taps once. hasty: taps again and again, and lays the card down twice.
 * leaves: walks off while the hospital is being asked, and comes back to whichever terminal is free.
 */
export const manners = ['calm', 'hasty', 'leaves'] as const;
export type PatientManner = (typeof manners)[number];

/** How it ended: with a number on the screen, or with what the screen said. */
export type Outcome =
  | { readonly ended: 'ticket'; readonly label: string; readonly tries: number }
  | { readonly ended: 'reason'; readonly reason: string; readonly tries: number }
  | { readonly ended: 'nothing'; readonly screen: string; readonly tries: number };

/** How often somebody comes back before giving up and going to the window. */
const mostTries = 6;

const answers: readonly ScreenView['screen'][] = [
  'next-step',
  'already-checked-in',
  'wait-again',
  'number-void',
  'nothing-today',
  'too-early',
  'too-late',
  'visit-refused',
  'card-trouble',
  'agenda-unavailable',
  'choose-patient',
  'out-of-service',
];
const ends: readonly ScreenView['screen'][] = [
  'ticket-printed',
  'ticket-on-screen',
  'refused',
  'too-early',
  'too-late',
  'number-void',
  'uncertain',
  'farewell',
  'card-left',
  'welcome',
];

export function drawManner(random: SeededRandom): PatientManner {
  return random.pick(['calm', 'calm', 'calm', 'hasty', 'leaves'] as const);
}

/** One stay at a terminal. Undefined: the patient has reason to try again. `patience`: longest wait for a screen, in milliseconds. */
async function tryOnce(stay: {
  readonly terminal: CampaignTerminal;
  readonly person: Person;
  readonly hasty: boolean;
  /** Walks off so many milliseconds after the tap. */
  readonly leavesAfter: number | undefined;
  readonly patience: number;
}): Promise<ScreenView | undefined> {
  const { terminal, person, hasty, patience } = stay;
  const { page } = terminal;
  await page.sees(['welcome'], patience);
  await terminal.layDown(person);
  if (hasty) await terminal.layDown(person);
  let view = await page.sees(answers, patience);
  for (let again = 0; again < 3 && view?.screen === 'agenda-unavailable'; again += 1) {
    page.send({ type: 'patient.retried' });
    view = await page.sees(answers, patience);
  }
  if (view?.screen !== 'next-step') return view;
  for (let tap = 0; tap < (hasty ? 3 : 1); tap += 1) page.send({ type: 'patient.startedStep' });
  if (stay.leavesAfter !== undefined) {
    await new Promise((resolve) => setTimeout(resolve, stay.leavesAfter));
    return undefined;
  }
  view = await page.sees(ends, patience);
  for (let again = 0; again < 3 && view?.screen === 'uncertain'; again += 1) {
    page.send({ type: 'patient.retried' });
    view = await page.sees(ends, patience);
  }
  return view;
}

/** Takes the card and leaves the terminal to the next one. */
async function leave({
  terminal,
  patience,
}: {
  readonly terminal: CampaignTerminal;
  readonly patience: number;
}): Promise<void> {
  await terminal.lift();
  terminal.page.send({ type: 'patient.wentHome' });
  await terminal.page.sees(['welcome'], patience);
}

/** A patient from the first card to a ticket or a reason. `terminal` gives a free one, `free` gives it back. */
export async function visitHospital(visit: {
  readonly person: Person;
  readonly manner: PatientManner;
  readonly patience: number;
  /** Pause before somebody who was turned away comes back, in milliseconds. */
  readonly pause: number;
  /** When whoever leaves walks off after the tap, in milliseconds. */
  readonly leavesAfter: number;
  readonly terminal: () => Promise<CampaignTerminal>;
  readonly free: (terminal: CampaignTerminal) => void;
}): Promise<Outcome> {
  const { person, manner, patience } = visit;
  let last: ScreenView | undefined;
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const terminal = await visit.terminal();
    const leavesAfter = manner === 'leaves' && tries === 1 ? visit.leavesAfter : undefined;
    last = await tryOnce({ terminal, person, hasty: manner === 'hasty', leavesAfter, patience });
    await leave({ terminal, patience });
    visit.free(terminal);
    const outcome = outcomeOf(last, tries);
    if (outcome !== undefined) return outcome;
    await new Promise((resolve) => setTimeout(resolve, visit.pause));
  }
  if (last?.screen === 'visit-refused' || last?.screen === 'uncertain')
    return { ended: 'reason', reason: last.reason, tries: mostTries };
  if (last?.screen === 'agenda-unavailable')
    return { ended: 'reason', reason: 'hospital-unavailable', tries: mostTries };
  return { ended: 'nothing', screen: last?.screen ?? 'no answer', tries: mostTries };
}

/** Undefined: try again. */
function outcomeOf(view: ScreenView | undefined, tries: number): Outcome | undefined {
  switch (view?.screen) {
    case 'ticket-printed':
    case 'ticket-on-screen':
    case 'already-checked-in':
      return { ended: 'ticket', label: view.ticket.label, tries };
    case 'refused':
      return { ended: 'reason', reason: view.reason, tries };
    case 'too-early':
    case 'too-late':
    case 'number-void':
    case 'nothing-today':
      return { ended: 'reason', reason: view.screen, tries };
    case 'visit-refused':
      return view.reason === 'hospital-unavailable' ? undefined : { ended: 'reason', reason: view.reason, tries };
    default:
      return undefined;
  }
}
