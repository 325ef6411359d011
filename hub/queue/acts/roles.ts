import { deskActions, type DeskActionKind, type DeskKind, type StaffRole } from '../../contract/index.ts';

const serving = [
  'next',
  'call',
  'recall',
  'missed',
  'finish',
  'hold',
  'resume',
  'transfer',
  'take-along',
  'undo-call',
] as const;
const own = ['pause', 'unpause', 'panic', 'end-panic'] as const;
const clinic = ['stop-clinic', 'open-clinic'] as const;
const words = ['broadcast', 'end-broadcast'] as const;
const triage = [
  'call-in',
  'insert-emergency',
  'add',
  'move',
  'set-class',
  'assign',
  'undo-check-in',
  'drop',
  'return',
] as const;

/** What each role may do at a desk, whatever the desk; a volunteer nothing, an operator everything. */
const ofRole: Readonly<Record<StaffRole, ReadonlySet<DeskActionKind>>> = {
  doctor: new Set([...serving, 'to-tests', ...own, ...clinic, ...words, 'set-class', 'insert-emergency', 'return']),
  nurse: new Set([...serving, 'to-tests', ...own, ...clinic, ...words, ...triage]),
  cashier: new Set([...serving, ...own, 'add', 'drop', 'return', ...words]),
  operator: new Set(deskActions),
  volunteer: new Set(),
};

/** What has no place at a kind of desk: nobody is called to a triage desk, nobody is sent for tests from a window. */
const notAt: Readonly<Record<DeskKind, ReadonlySet<DeskActionKind>>> = {
  consulting: new Set(),
  triage: new Set(['next', 'call', 'take-along', 'pause', 'unpause']),
  window: new Set(['to-tests', 'call-in']),
};

/** What somebody may do at a desk. */
export function allowedActions(role: StaffRole, kind: DeskKind): readonly DeskActionKind[] {
  return deskActions.filter((action) => mayDo(role, kind, action));
}

export function mayDo(role: StaffRole, kind: DeskKind, action: DeskActionKind): boolean {
  return ofRole[role].has(action) && !notAt[kind].has(action);
}
