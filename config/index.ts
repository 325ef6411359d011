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
  Room,
  Screen,
  Site,
  TerminalConfig,
} from './schema.ts';
export { checkSite, loadSite, type SiteProblem } from './load.ts';
export { floorName, floorShort, floorSign } from './wording/floors.ts';
export { millimetresOf, shippedPanels, type PanelSize } from './panel.ts';
export { readDocument, type DocumentResult } from './read-document.ts';
