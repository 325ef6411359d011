export { siteSchema } from './schema.ts';
export type {
  Area,
  Bilingual,
  CheckInPolicy,
  CredentialRules,
  Desk,
  HospitalSystemConfig,
  Identification,
  PanelProfile,
  Queue,
  QueuePolicy,
  Playlist,
  Room,
  Screen,
  Site,
  SoundZone,
  TerminalConfig,
} from './schema.ts';
export { checkSite, loadSite, pictureFolder, type SiteProblem } from './load.ts';
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
export { readDocument, type DocumentResult } from './read-document.ts';
