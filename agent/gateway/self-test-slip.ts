import type { Slip } from '@lobby/hub/contract';

interface Both {
  readonly zh: string;
  readonly en: string;
}

export interface TestSlipPlace {
  readonly hospital: Both;
  readonly terminal: Both & { readonly id: string };
  readonly timeZone: string;
}

/** The slip of a self-test: everybody sees that it is no ticket. */
export function testSlip({ hospital, terminal, timeZone }: TestSlipPlace, now: number): Slip {
  const at = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(now);
  return {
    title: hospital.zh,
    big: 'TEST',
    heading: '开机自检，不是号票',
    subheading: 'Self-test, not a ticket',
    lines: [
      { label: '终端', value: `${terminal.id} ${terminal.zh}` },
      { label: '时间', value: at },
    ],
  };
}
