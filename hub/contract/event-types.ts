// Apart from the schemas, so that a page can know the types without carrying a whole validator into the browser.

/** What can happen. Bodies never hold an unmasked name. */
export const eventTypes = [
  'ticket.checked-in',
  'ticket.called',
  'ticket.recalled',
  'ticket.missed',
  'ticket.finished',
  'ticket.changed', // held, resumed, moved, assigned, another class, an emergency, back from the corridor; body.what says it
  'ticket.to-tests',
  'ticket.transferred', // to another queue or desk; told in the area that it left, too
  'ticket.dropped',
  'ticket.undone', // its check-in was undone
  'call.undone', // a call is withdrawn from every screen
  'call.shown',
  'desk.changed', // it pauses, has stopped, or is open again
  'broadcast.changed', // words for everybody in an area
  'alarm.changed', // a panic button; for staff of every area, never for screens
  'desk.login',
  'desk.logout',
  'screen.changed',
  'terminal.changed',
  'assist.changed',
  'area.changed', // another system keeps its queue, or no longer, or has fallen silent, or keeps an arrival that was undone
  'site.changed', // areas, desks and screens came or went
  'guide.changed', // another venue is published, or something of it is closed, open again or has moved
  'staff.changed', // an account, a badge or a login away from a desk: who is logged in may be no longer
  'device.enrolled',
  'device.withdrawn', // a credential is good no longer
  'terminal.told', // a notice to one terminal, see terminal-feed.ts
  'self-test.changed',
  'hospital.changed',
  'screen.test', // screens of an area show a small test picture, see self-test.ts
] as const;
export type EventType = (typeof eventTypes)[number];
