import type { Complaint, Finding, Patient } from './finding.ts';

const names: Readonly<Record<Patient, string>> = {
  reader: 'Card reader',
  scanner: 'Code scanner',
  stripe: 'Stripe reader',
  documents: 'Passport reader',
  decoder: 'Decoder',
  printer: 'Slip printer',
  line: 'Serial line',
  machine: 'This machine',
};

interface Advice {
  readonly says: string;
  readonly toDo: string;
}

const advice: Readonly<Record<Complaint, Advice>> = {
  'no-permission': {
    says: 'this account may not open it',
    toDo: 'Let the account use serial lines: sudo usermod -aG dialout "$USER", then log in again.',
  },
  'held-by-another': {
    says: 'another program holds it',
    toDo: 'Stop that program. When it is the agent, ask the agent: npm run -s agent -- devices.',
  },
  'no-such-device': {
    says: 'there is no such device',
    toDo: 'Plug it in, and look for its name: ls /dev/serial/by-id.',
  },
  'not-a-serial-line': { says: 'it is no serial line', toDo: 'Look for the name of the line: ls /dev/serial/by-id.' },
  unplugged: { says: 'it is unplugged', toDo: 'Look at the plug and the cable.' },
  refused: {
    says: 'the host is there and refuses',
    toDo: 'Look at the port number, and whether the device is switched on. For the demo: npm start.',
  },
  'no-such-host': { says: 'there is no host of that name', toDo: 'Look at the name, or write its IP address.' },
  'host-silent': {
    says: 'the host does not answer',
    toDo: 'Look at its power, its network cable and its IP address.',
  },
  'reader-silent': {
    says: 'the line opens, and no reader answers at any speed',
    toDo: 'Look at its power and cable. It must be a reader of GA 450; another one needs a driver of its own (docs/external-drivers.md).',
  },
  'reader-at-other-speed': {
    says: 'the reader answers at another speed than the settings say',
    toDo: 'Write this speed into the settings, or let doctor --write do it.',
  },
  'security-module': {
    says: 'the reader answers, and its security module is out of order',
    toDo: 'Switch the reader off and on. When it says so again, the maker has to repair it.',
  },
  'printer-silent': {
    says: 'the line opens, and the printer does not say how it is',
    toDo: 'Look at its power. It must speak ESC/POS with status replies, over a cable that leads both ways; over the network the port is mostly 9100.',
  },
  'paper-out': { says: 'the printer is out of paper', toDo: 'Put in a new roll.' },
  'paper-near-end': { says: 'the paper is near its end', toDo: 'Have a new roll at hand.' },
  'cover-open': { says: 'the cover of the printer is open', toDo: 'Close it until it clicks.' },
  'printer-fault': { says: 'the printer reports a fault', toDo: 'Open the cover, look at cutter and paper, close it.' },
  program: { says: 'its program does not work', toDo: 'Run the command by hand and read what it complains of.' },
  'device-away': { says: 'it does not answer', toDo: 'Look at its power and its cable.' },
  'says-nothing-by-itself': {
    says: 'the line opens, and neither a card reader nor a printer answers',
    toDo: 'A scanner or a stripe reader says nothing until it has read something. If it is one, name it: --scanner, --stripe or --documents ADDRESS.',
  },
  'no-udev': {
    says: 'udevadm is missing, so the makers of USB devices are not known',
    toDo: 'Install it: sudo apt install udev. The lines were found without it.',
  },
  console: {
    says: 'it is a console of this machine and was left alone',
    toDo: 'Name it with --probe to try it all the same.',
  },
};

/** One finding as a person reads it, and what to do about it on a line of its own. */
export function sentenceOf(finding: Finding): string {
  const { device, address, baud, complaint, detail, state } = finding;
  const speed = baud === null ? '' : `, ${baud} bits a second`;
  const where = address === null ? '' : ` at ${address}${speed}`;
  const what = `${mark[state]} ${names[device]}${where}: `;
  if (state === 'not-configured') return `${what}not configured.`;
  const more = detail === null ? '' : ` (${detail})`;
  if (complaint === null) return `${what}works${more}.`;
  const { says, toDo } = advice[complaint];
  return `${what}${says}${more}.\n      ${toDo}`;
}

const mark = { well: '  ok ', wrong: '  !! ', note: '  .. ', 'not-configured': '  -- ' } as const;

/** What to do, for machines that read the report. */
export function toDoOf({ complaint }: Finding): string | null {
  return complaint === null ? null : advice[complaint].toDo;
}
