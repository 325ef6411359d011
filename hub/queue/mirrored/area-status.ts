import type { Area } from '@lobby/config';
import type { AreaStatus } from '../../contract/index.ts';
import { modesOf } from './area-modes.ts';
import { isOutside } from './rank.ts';
import { isSilent } from './silence.ts';
import { heardOfAreas } from './storage.ts';
import type { HubMirrorParts } from './mirror.ts';

/** Areas with who waits in them, and how old what is known of them is. */
export async function statusOfAreas(parts: HubMirrorParts, areas: readonly Area[]): Promise<readonly AreaStatus[]> {
  const { store, lines, plan, clock } = parts;
  const modes = await modesOf(store.database, areas);
  const heard = await heardOfAreas(store.database);
  const queueIds = areas.flatMap((area) => area.queues.map(({ id }) => id));
  const read = await lines.read(store.database, queueIds);
  const { silentSeconds } = plan.site.mirrored;
  return areas.map((area) => {
    const tickets = area.queues.flatMap(({ id }) => read.get(id)?.tickets ?? []);
    const waiting = tickets.filter(({ state }) => state === 'waiting');
    const { mode, since, version } = modes.get(area.id) ?? { mode: 'owned', since: null, version: 0 };
    const sources = [...(heard.get(area.id) ?? [])];
    const heardAt = sources[0]?.heardAt ?? null;
    const known = { mode, since, heardAt };
    return {
      areaId: area.id,
      name: area.name,
      level: area.level,
      mode,
      since,
      version,
      waitingOwn: waiting.filter((ticket) => !isOutside(ticket)).length,
      waitingOutside: waiting.filter(isOutside).length,
      called: tickets.filter(({ state }) => state === 'called').length,
      heardAt,
      sources,
      silent: isSilent(known, { now: clock.now(), silentSeconds }),
      checkIn: parts.checkIn(),
    };
  });
}
