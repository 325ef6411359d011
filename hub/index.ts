export { FixedClock, isoNow, systemClock, type Clock } from './clock.ts';
export { UnknownDevice } from './fleet/enrolment.ts';
export type {
  Assist,
  Boards,
  Desks,
  Feed,
  Fleet,
  Hub,
  KnownDevice,
  Speech,
  Staff,
  VisitAccess,
  Visits,
} from './hub.ts';
export { openHub, type HubSettings, type OpenHub } from './open.ts';
export { runningHub, startHub, stopHub, type StartSettings } from './running.ts';
export { KeyReused } from './store/store.ts';
