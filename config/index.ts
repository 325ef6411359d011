export { siteSchema } from './schema.ts';
export type {
  AppointmentRule,
  Area,
  Bilingual,
  CheckInPolicy,
  CredentialRules,
  Desk,
  HospitalSystemConfig,
  Identification,
  PanelProfile,
  Placement,
  PresetName,
  PriorityClass,
  Queue,
  QueuePolicy,
  Playlist,
  QueueSettings,
  Room,
  Screen,
  Site,
  SoundZone,
  TerminalConfig,
} from './schema.ts';
export { checkSite, loadSite, pictureFolder, shippedVenues, type SiteProblem } from './load.ts';
export { floorName, floorShort, floorSign } from './wording/floors.ts';
export {
  areasOfScreen,
  placeOfScreen,
  showsCall,
  soundOfScreen,
  type CallPlace,
  type ScreenSound,
} from './screen-places.ts';
export { millimetresOf, shippedPanels, type PanelSize } from './panel.ts';
export { contradictionsIn, type Contradiction } from './queue-policy/contradictions.ts';
export { policyOfQueue, policyOfSite, withSettings } from './queue-policy/policy-of-queue.ts';
export { shortCheckIn } from './queue-policy/short-check-in.ts';
export { presets } from './queue-policy/presets.ts';
export { usualPolicy } from './queue-policy/usual-policy.ts';
export { queuePolicy, presetNames } from './settings/queue-policy.ts';
export { keyOf, readPolicy, type ReadPolicy } from './queue-policy/read-policy.ts';
export { readDocument, readText, type DocumentResult } from './read-document.ts';
