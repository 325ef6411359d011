import type { Site } from '../schema.ts';
import { contradictionsIn, type Contradiction } from './contradictions.ts';
import { policyOfArea, policyOfQueue, policyOfSite } from './policy-of-queue.ts';

/** What contradicts itself in the rules of a site's queues, said at the level that brought it about. */
export function checkQueues(site: Site): readonly Contradiction[] {
  const ofSite = contradictionsIn(policyOfSite(site));
  const found = [...at('queue', ofSite), ...exemptQueuesExist(site)];
  for (const [a, area] of site.areas.entries()) {
    const ofArea = contradictionsIn(policyOfArea(site, area));
    if (area.policy !== undefined) found.push(...at(`areas[${a}].policy`, without(ofArea, ofSite)));
    for (const [q, queue] of area.queues.entries()) {
      if (queue.policy === undefined && queue.checkIn === undefined) continue;
      const ofQueue = contradictionsIn(policyOfQueue(site, area, queue));
      found.push(...at(`areas[${a}].queues[${q}].policy`, without(ofQueue, [...ofArea, ...ofSite])));
    }
  }
  return found;
}

function at(key: string, found: readonly Contradiction[]): readonly Contradiction[] {
  return found.map((one) => ({ ...one, key: `${key}.${one.key}` }));
}

function without(found: readonly Contradiction[], known: readonly Contradiction[]): readonly Contradiction[] {
  return found.filter((one) => !known.some(({ key, sentence }) => key === one.key && sentence === one.sentence));
}

function exemptQueuesExist(site: Site): readonly Contradiction[] {
  const queues = new Set(site.areas.flatMap((area) => area.queues.map(({ id }) => id)));
  const levels = [
    { key: 'queue', settings: site.queue },
    ...site.areas.map(({ policy }, index) => ({ key: `areas[${index}].policy`, settings: policy })),
  ];
  return levels.flatMap(({ key, settings }) =>
    (settings?.checkIn?.exempt ?? []).flatMap((id) =>
      queues.has(id) ? [] : [{ key: `${key}.checkIn.exempt`, sentence: `there is no queue "${id}"` }],
    ),
  );
}
