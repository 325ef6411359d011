import type { SnapshotFrom } from 'xstate';
import type { HelpView } from './facts.ts';
import type { helpMachine } from './machine.ts';

/** Help as a terminal shows it now. */
export function helpView(snapshot: SnapshotFrom<typeof helpMachine> | undefined): HelpView {
  if (snapshot === undefined || snapshot.matches('none')) return { help: 'none' };
  if (snapshot.matches('asking')) return { help: 'asking' };
  if (snapshot.matches('nobody')) return { help: 'nobody' };
  if (snapshot.matches('nobodyCame')) return { help: 'nobody-came' };
  const { status, asker } = snapshot.context;
  if (asker === 'gone') return { help: earlier[status?.state ?? 'waiting'] ?? 'earlier-told' };
  const open = snapshot.hasTag('open');
  if (status?.state === 'taken' || status?.state === 'arrived') return { help: status.state, open };
  return { help: status?.escalated === true ? 'more-told' : 'waiting', open };
}

const earlier: Readonly<Record<string, 'earlier-taken' | 'earlier-arrived'>> = {
  taken: 'earlier-taken',
  arrived: 'earlier-arrived',
};

/** What the line at the top says; undefined when there is nothing to say there. */
export function bandOf({ help }: HelpView): Exclude<HelpView['help'], 'none' | 'nobody' | 'nobody-came'> | undefined {
  return help === 'none' || help === 'nobody' || help === 'nobody-came' ? undefined : help;
}

/** What a sheet can be about. */
export type HelpSheetSubject = Extract<
  HelpView['help'],
  'waiting' | 'more-told' | 'taken' | 'arrived' | 'nobody' | 'nobody-came'
>;

/** What the sheet is about; undefined while none is open. */
export function sheetOf(view: HelpView): HelpSheetSubject | undefined {
  if (view.help === 'nobody' || view.help === 'nobody-came') return view.help;
  return 'open' in view && view.open ? view.help : undefined;
}

/** Whether somebody is on the way, or there, whoever asked. */
export function isHelped(view: HelpView): boolean {
  const band = bandOf(view);
  return band !== undefined && band !== 'asking';
}
