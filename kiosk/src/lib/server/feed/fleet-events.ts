import type { EventType, FeedEvent } from '@lobby/hub/contract';

const ofFleet: readonly EventType[] = [
  'terminal.changed',
  'screen.changed',
  'desk.login',
  'desk.logout',
  'device.enrolled',
  'device.withdrawn',
  'self-test.changed',
  'staff.changed',
  'site.changed',
  'guide.changed',
  'area.changed',
  'hospital.changed',
];

/** Whether an event changes what operators see. */
export function isOfFleet({ type }: FeedEvent): boolean {
  return ofFleet.includes(type);
}
