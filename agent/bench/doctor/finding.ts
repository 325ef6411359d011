import type { DeviceStatus } from '@lobby/hub/contract';

/** What the doctor looks at. `line`: a line with something on it that says nothing by itself. */
export type Patient = 'reader' | 'scanner' | 'stripe' | 'documents' | 'decoder' | 'printer' | 'line' | 'machine';

/** What can be wrong, or worth knowing; each has a sentence and what to do. */
export type Complaint =
  | 'no-permission'
  | 'held-by-another'
  | 'no-such-device'
  | 'not-a-serial-line'
  | 'unplugged'
  | 'refused'
  | 'no-such-host'
  | 'host-silent'
  | 'reader-silent'
  | 'reader-at-other-speed'
  | 'security-module'
  | 'printer-silent'
  | 'paper-out'
  | 'paper-near-end'
  | 'cover-open'
  | 'printer-fault'
  | 'program'
  | 'device-away'
  | 'says-nothing-by-itself'
  | 'no-udev'
  | 'console';

/** One thing that the doctor has found. `wrong`: somebody has to do something; `note`: good to know. */
export interface Finding {
  readonly device: Patient;
  readonly address: string | null;
  readonly baud: number | null;
  readonly state: 'well' | 'wrong' | 'note' | 'not-configured';
  readonly complaint: Complaint | null;
  /** More about it, in words for staff. */
  readonly detail: string | null;
  /** Whether the site's settings name it. */
  readonly configured: boolean;
}

/** Why a line could not be opened, from the words of the transport. */
export function complaintOfLine(why: string): Complaint {
  const known: Readonly<Record<string, Complaint>> = {
    'no permission to open the device': 'no-permission',
    'another program holds the device': 'held-by-another',
    'no such device': 'no-such-device',
    'not a serial line': 'not-a-serial-line',
    unplugged: 'unplugged',
    'connection refused': 'refused',
    'no host of that name': 'no-such-host',
    'no answer from that host': 'host-silent',
    'no way to that host': 'host-silent',
    'no way to that network': 'host-silent',
  };
  return known[why] ?? 'device-away';
}

/** A finding from how the running agent, or a driver, says that a device is. */
export function findingOfStatus(
  device: Patient,
  status: Pick<DeviceStatus, 'state' | 'fault'>,
  address: string | null,
): Finding {
  const base = { device, address, baud: null, configured: true };
  if (status.state === 'ready') return { ...base, state: 'well', complaint: null, detail: null };
  if (status.state === 'not-configured')
    return { ...base, state: 'not-configured', complaint: null, detail: null, configured: false };
  const { complaint, detail } = complaintOfFault(status.fault ?? 'no reason given');
  return { ...base, state: 'wrong', complaint, detail };
}

function complaintOfFault(fault: string): { complaint: Complaint; detail: string | null } {
  if (fault === 'paper-out' || fault === 'cover-open') return { complaint: fault, detail: null };
  if (fault === 'silent') return { complaint: 'printer-silent', detail: null };
  const line = complaintOfLine(fault);
  return { complaint: line, detail: line === 'device-away' ? fault : null };
}
