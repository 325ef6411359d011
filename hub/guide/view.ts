import type { GuideView } from '../contract/index.ts';
import { changesInWords } from './changes-in-words.ts';
import { closablesOf } from './closables.ts';
import type { Kept } from './map-keeper.ts';
import { inBoth } from '@lobby/maps/words/names.ts';
import type { Serving } from './serving.ts';

/** What an operator sees of the map. */
export function viewOf(serving: Serving | undefined, { opened, changes, trouble }: Kept): GuideView {
  if (serving === undefined || opened === undefined)
    return { version: null, published: null, trouble, closables: [], changes: [] };
  const { stored, report } = opened;
  const { venue } = opened.graph;
  return {
    version: serving.version,
    published: {
      name: stored.name,
      venue: inBoth(venue.name) ?? { zh: venue.id, en: venue.id },
      by: stored.publishedBy,
      at: stored.publishedAt,
      bytes: stored.bytes,
      counts: {
        levels: venue.levels.length,
        units: venue.units.length,
        places: serving.places.size,
        connectors: venue.connectors.length,
      },
      report: [...report],
    },
    trouble,
    closables: [...closablesOf(serving, changes)],
    changes: [...changesInWords(serving, changes)],
  };
}
