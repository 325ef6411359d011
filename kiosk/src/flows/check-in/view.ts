import type { SnapshotFrom } from 'xstate';
import type { ScreenView } from '../screen-view.ts';
import type { Glance } from '../way/glance.ts';
import type { CheckInContext, CheckInScreen } from './facts.ts';
import type { checkInMachine } from './machine.ts';

type CheckInSnapshot = SnapshotFrom<typeof checkInMachine>;

/** What the visit knows beside the errand. `cardPresent`: a card still lies on the reader. */
interface Beside {
  readonly cardPresent: boolean;
  readonly glance: Glance;
}

/** The screen of a check-in; undefined once it has ended. */
export function checkInView(snapshot: CheckInSnapshot, beside: Beside): ScreenView | undefined {
  const screen = checkInScreen(snapshot);
  return screen === undefined ? undefined : viewOf({ screen, snapshot, ...beside });
}

export function checkInScreen(snapshot: CheckInSnapshot): CheckInScreen | undefined {
  return Object.values(snapshot.getMeta()).find((meta) => meta !== undefined)?.screen;
}

interface Shown extends Beside {
  readonly screen: CheckInScreen;
  readonly snapshot: CheckInSnapshot;
}

function viewOf({ screen, snapshot, cardPresent, glance }: Shown): ScreenView | undefined {
  const { context } = snapshot;
  const { ticket, step, already: reprint } = context;
  switch (screen) {
    case 'checking-in':
      return { screen, step, slow: snapshot.hasTag('slow') };
    case 'refused':
      return refusedView(context);
    case 'uncertain':
      return { screen, reason: context.repeatable };
    case 'printing':
      return ticket === null ? undefined : { screen, ticket, reprint };
    case 'ticket-printed':
      return ticket === null ? undefined : { screen, ticket, reprint, cardPresent, glance };
    case 'ticket-on-screen':
      return ticket === null ? undefined : { screen, ticket, reprint, trouble: context.paperTrouble };
  }
}

function refusedView({ refusal, step, opensAt }: CheckInContext): ScreenView {
  if (refusal === 'too-early')
    return { screen: 'too-early', step, opensAt: opensAt ?? step.opensAt, others: false, forSelf: false };
  if (refusal === 'number-void') return { screen: 'number-void', step, others: false, forSelf: false };
  if (refusal === 'too-late') return { screen: 'too-late', step, others: false, forSelf: false };
  return { screen: 'refused', reason: refusal, clinic: step.clinic };
}
