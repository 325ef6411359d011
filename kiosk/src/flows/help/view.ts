import type { SnapshotFrom } from 'xstate';
import type { HelpView } from './facts.ts';
import type { helpMachine } from './machine.ts';

/** Help as a terminal shows it now. */
export function helpView(snapshot: SnapshotFrom<typeof helpMachine> | undefined): HelpView {
  if (snapshot === undefined || snapshot.matches('none')) return { help: 'none' };
  if (snapshot.matches('asking')) return { help: 'asking' };
  if (snapshot.matches('nobody')) return { help: 'nobody' };
  if (snapshot.matches('nobodyCame')) return { help: 'nobody-came' };
  const { status } = snapshot.context;
  const open = snapshot.hasTag('open');
  if (status?.state === 'taken' || status?.state === 'arrived') return { help: status.state, open };
  return { help: status?.escalated === true ? 'more-told' : 'waiting', open };
}
