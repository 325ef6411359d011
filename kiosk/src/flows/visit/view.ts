import type { SnapshotFrom } from 'xstate';
import { checkInView } from '../check-in/view.ts';
import type { ScreenView } from '../screen-view.ts';
import { glanceView, type Glance } from '../way/glance.ts';
import { wayView } from '../way/view.ts';
import { allSteps, chosenStep } from './chosen-step.ts';
import type { ScreenMeta, VisitContext, VisitScreen } from './facts.ts';
import type { visitMachine } from './machine.ts';
import { waysHere } from './ways/here.ts';
import { typingView } from './ways/view.ts';

type VisitSnapshot = SnapshotFrom<typeof visitMachine>;

/** The screen that a terminal shows now. */
export function visitView(snapshot: VisitSnapshot): ScreenView {
  const { context } = snapshot;
  const screen = visitScreen(snapshot);
  switch (screen) {
    case 'out-of-service':
      return { screen, why: whyOut(context) };
    case 'welcome':
      return {
        screen,
        reader: context.reader === 'ready',
        paper: canPrint(context),
        cardLeft: context.cardPresent,
        ways: waysHere(context),
        finds: context.finds,
        ...awayNow(context),
      };
    case 'identifying':
      return { screen, slow: snapshot.hasTag('slow'), presented: context.presented };
    case 'card-trouble':
      return { screen, trouble: context.cardTrouble };
    case 'visit-refused':
      return {
        screen,
        reason: context.refusal,
        ...(context.mayAct && { mayAct: true as const }),
        ...(context.refusal === 'hospital-unavailable' && awayNow(context)),
      };
    case 'looking-up':
      return { screen, slow: snapshot.hasTag('slow') };
    case 'agenda-unavailable':
      return { screen, ...awayNow(context) };
    case 'choose-patient':
      return chooseView(context);
    case 'show-passport':
      return { screen, reader: context.devices.documents === 'ready' };
    case 'typing':
      return typingView(context, metaOf(snapshot)?.typing ?? 'number');
    case 'staff-approval':
      return { screen, scanner: takesBadge(context), problem: context.typed.problem };
    case 'somebody-else':
      return { screen, maskedName: context.maskedName, inpatients: context.rules.inpatients };
    case 'other-steps':
      return { screen, steps: context.agenda === null ? [] : allSteps(context.agenda) };
    case 'step':
      return stepView(context, glanceOf(snapshot));
    case 'finding':
      return findingView(snapshot);
    case 'errand':
      return errandView(snapshot);
    default:
      return { screen };
  }
}

export function visitScreen(snapshot: VisitSnapshot): VisitScreen {
  return metaOf(snapshot)?.screen ?? 'starting';
}

function metaOf(snapshot: VisitSnapshot): ScreenMeta | undefined {
  return Object.values(snapshot.getMeta()).find((meta) => meta !== undefined);
}

function whyOut(context: VisitContext): 'agent' | 'hub' | 'reader' {
  if (context.agent !== 'here') return 'agent';
  return context.hub === 'away' ? 'hub' : 'reader';
}

function awayNow({ hospitalAwaySince: awaySince }: VisitContext): { readonly awaySince?: string } {
  return awaySince === null ? {} : { awaySince };
}

/** Whether a badge can be shown here and is worth it; else staff type. */
function takesBadge({ devices, rules }: VisitContext): boolean {
  return devices.scanner === 'ready' && rules.badgesVouch;
}

function canPrint(context: VisitContext): boolean {
  return context.printer === 'ready' && context.paper !== 'out';
}

/** The step on the screen by what it allows now. */
function stepView(context: VisitContext, glance: Glance): ScreenView {
  const { agenda, stepId, maskedName } = context;
  const acting = agenda?.acting ?? null;
  const step = chosenStep(agenda, stepId);
  const all = agenda === null ? [] : allSteps(agenda);
  if (step === undefined || step.state === 'finished') {
    return { screen: 'nothing-today', maskedName, acting, seen: all.some((one) => one.state === 'finished') };
  }
  const open = all.filter((one) => one.stepId !== step.stepId && one.state !== 'finished');
  const others = open.length > 0;
  const forSelf = acting === null;
  const { ticket } = step;
  if (step.state === 'void') return { screen: 'number-void', step, others, forSelf };
  if (ticket?.state === 'missed' || ticket?.state === 'at-tests') {
    const after = ticket.state === 'missed' ? 'missed' : 'tests';
    return { screen: 'wait-again', after, step, ticket, mayCheckIn: acting?.mayCheckIn ?? true, others, forSelf };
  }
  if (ticket !== null && step.state === 'checked-in') {
    const paper = ticket.paper ?? 'printed';
    return { screen: 'already-checked-in', ticket, paper, canPrint: canPrint(context), others, forSelf, glance };
  }
  if (step.state === 'too-early') return { screen: 'too-early', step, opensAt: step.opensAt, others, forSelf };
  if (step.state === 'too-late') return { screen: 'too-late', step, others, forSelf };
  return { screen: 'next-step', maskedName, acting, step, others: open, glance };
}

/** Only whoever has a file here can go on to act for an inpatient; whoever acts for one already has chosen. */
function chooseView({ choices, rules }: VisitContext): ScreenView {
  const bearerIsKnown = choices.some(({ owner }) => owner === 'bearer');
  return { screen: 'choose-patient', choices, inpatients: rules.inpatients && bearerIsKnown };
}

function errandView(snapshot: VisitSnapshot): ScreenView {
  const errand = snapshot.children.checkIn?.getSnapshot();
  const view =
    errand === undefined
      ? undefined
      : checkInView(errand, { cardPresent: snapshot.context.cardPresent, glance: glanceOf(snapshot) });
  return view ?? { screen: 'looking-up', slow: false };
}

function glanceOf(snapshot: VisitSnapshot): Glance {
  return glanceView(snapshot.children.glance?.getSnapshot());
}

function findingView(snapshot: VisitSnapshot): ScreenView {
  const errand = snapshot.children.way?.getSnapshot();
  const view = errand === undefined ? undefined : wayView(errand, canPrint(snapshot.context));
  return view ?? { screen: 'way-looking' };
}
