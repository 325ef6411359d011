import { fileURLToPath } from 'node:url';
import type { GuidePlan, GuideWay, WalkProfile } from '@lobby/hub/contract';
import { planOf } from '@lobby/hub/guide/plan.ts';
import { tablesOf, type Serving } from '@lobby/hub/guide/serving.ts';
import { wayBetween } from '@lobby/hub/guide/ways.ts';
import { seededRandom } from '@lobby/hub/hospital/sandbox/seeded-random.ts';
import type { Kiosk } from '@lobby/maps';
import { buildGraph } from '@lobby/maps/graph/build-graph.ts';
import { openVenue } from '@lobby/maps/open-venue.ts';
import { demoSite } from './demo-hub.ts';

/* The demo hospital as pages get it from the hub, without a hub that runs. */

export interface DemoGuide {
  readonly plan: GuidePlan;
  readonly kiosks: readonly Kiosk[];
  /** From every terminal and screen to the same places, by a seed, and where there is no way none. */
  readonly ways: (profile: WalkProfile, places: number) => readonly DemoWay[];
}

export interface DemoWay {
  readonly kiosk: Kiosk;
  readonly way: GuideWay;
}

export async function demoGuide(): Promise<DemoGuide> {
  const opened = await openVenue(fileURLToPath(new URL('../../maps/venues/demo', import.meta.url)));
  if (!opened.ok) throw new Error(opened.message);
  const { venue } = opened;
  const serving: Serving = {
    version: 'demo',
    venue,
    graph: buildGraph(venue),
    closed: new Set(),
    weights: new Map(),
    trees: new Map(),
    moved: new Set(),
    site: demoSite(),
    ...tablesOf(venue),
  };
  const ways: DemoGuide['ways'] = (profile, places) => {
    const ids = seededRandom(20)
      .shuffled([...serving.places.keys()])
      .slice(0, places);
    return venue.kiosks.flatMap((kiosk) =>
      ids.flatMap((id): readonly DemoWay[] => {
        const found = wayBetween(serving, { from: { of: 'place', id: kiosk.id }, to: { of: 'place', id }, profile });
        return found.ok ? [{ kiosk, way: { ...found.way, phone: null } }] : [];
      }),
    );
  };
  return { plan: planOf(serving), kiosks: venue.kiosks, ways };
}
