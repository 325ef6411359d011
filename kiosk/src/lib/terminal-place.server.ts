import { millimetresOf, shippedPanels, type Identification, type PanelProfile, type Site } from '@lobby/config';
import type { TerminalPlace } from '#flows/terminal-place.ts';
import type { Way } from '#flows/visit/ways/facts.ts';

/** What a terminal's page must know of its place; undefined for a terminal that the site does not have. */
export function terminalPlace(site: Site, terminalId: string): TerminalPlace | undefined {
  const terminal = site.terminals.find((one) => one.id === terminalId);
  if (terminal === undefined) return undefined;
  const panel = panelProfile(terminal.panel, site.panels);
  if (panel === undefined) return undefined;
  const { widthMm, heightMm } = millimetresOf(panel);
  return {
    terminalId,
    terminal: terminal.name,
    hospital: site.hospital.name,
    place: site.hospital.place,
    panel: { widthMm, heightMm },
    guide: terminal.guide,
    timeZone: site.timeZone,
    endsWhenCardIsTaken: terminal.endsWhenCardIsTaken,
    volume: terminal.volume ?? site.speech.terminalVolume,
    identification: identificationRules(site.identification),
  };
}

/** What of the site's rules the screens of a terminal must know. */
function identificationRules(rules: Identification): TerminalPlace['identification'] {
  const accepts = (...kinds: Identification['accepts']): boolean => kinds.some((kind) => rules.accepts.includes(kind));
  const open: readonly (readonly [Way, boolean])[] = [
    ['code', accepts('insurance-code', 'health-code')],
    ['card', accepts('hospital-card')],
    ['passport', accepts('passport', 'typed-number')],
    ['number', accepts('typed-number')],
  ];
  return {
    secondFactors: rules.secondFactors,
    staffMayVouch: rules.approvedBy.length > 0,
    badgesVouch: rules.approvedBy.includes('volunteer'),
    inpatients: rules.inpatients.relativesMayAct,
    ways: open.flatMap(([way, opens]) => (opens ? [way] : [])),
  };
}

/** A panel profile by its name; a site's own come first. */
export function panelProfile(id: string, ofSite: readonly PanelProfile[] = []): PanelProfile | undefined {
  return [...ofSite, ...shippedPanels].find((panel) => panel.id === id);
}
