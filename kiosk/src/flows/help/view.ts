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

/** What the line at the top says; undefined when there is nothing to say there. */
export function bandOf({ help }: HelpView): 'asking' | 'waiting' | 'more-told' | 'taken' | 'arrived' | undefined {
  return help === 'none' || help === 'nobody' || help === 'nobody-came' ? undefined : help;
}

/** What the sheet is about; undefined while none is open. */
export function sheetOf(view: HelpView): Exclude<HelpView['help'], 'none' | 'asking'> | undefined {
  if (view.help === 'nobody' || view.help === 'nobody-came') return view.help;
  return 'open' in view && view.open ? view.help : undefined;
}

/** Whether somebody is on the way, or there. */
export function isHelped({ help }: HelpView): boolean {
  return help === 'waiting' || help === 'more-told' || help === 'taken' || help === 'arrived';
}
