import type { Area, Desk, Screen, Site, TerminalConfig } from '@lobby/config';

/** Areas, desks and screens that a site has besides those of its settings. */
export interface AddedPlaces {
  readonly areas: readonly Area[];
  readonly desks: readonly Desk[];
  readonly screens: readonly Screen[];
}

/**
 * A site as it is now: its settings, and what the hospital's own data has added since. Whoever holds `site` sees it
 * change, so nobody has to be told.
 */
export interface LivingSite {
  readonly site: Site;
  /** The site as its settings have it. */
  readonly configured: Site;
  /** Puts these places in the stead of those added before. */
  add(places: AddedPlaces): void;
  /** Puts areas on the levels that the map of the hospital has for them, by their ids; all others are where the settings say. */
  putOnLevels(levels: ReadonlyMap<string, number>): void;
}

export function livingSite(configured: Site): LivingSite {
  let { areas, desks, screens, terminals } = configured;
  let unmoved: readonly Area[] = areas;
  let levels: ReadonlyMap<string, number> = new Map();
  const settle = (): void => {
    areas = unmoved.map((area) => onLevel(area, levels.get(area.id) ?? area.level));
  };
  const site: Site = {
    ...configured,
    get areas() {
      return areas;
    },
    get desks() {
      return desks;
    },
    get screens() {
      return screens;
    },
    get terminals() {
      return terminals;
    },
  };
  return {
    site,
    configured,
    add: (places) => {
      unmoved = [...configured.areas, ...places.areas];
      settle();
      desks = [...configured.desks, ...places.desks];
      screens = [...configured.screens, ...places.screens];
      terminals = configured.terminals.map((terminal) => openTo(terminal, places));
    },
    putOnLevels: (known) => {
      levels = known;
      settle();
    },
  };
}

function onLevel(area: Area, level: number): Area {
  return area.level === level ? area : { ...area, level };
}

/** A terminal that checks in for some areas of the site does so for those added: its settings could not name them. */
function openTo(terminal: TerminalConfig, { areas }: AddedPlaces): TerminalConfig {
  if (terminal.areas === undefined) return terminal;
  return { ...terminal, areas: [...terminal.areas, ...areas.map(({ id }) => id)] };
}
