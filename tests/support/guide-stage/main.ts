// The page on which tests mount the guide and take it away: see guide-stage.ts.
import type Building from '@lobby/display/guide/building.svelte';
import type { GuidePlan, GuideWay } from '@lobby/hub/contract';
import { flushSync, mount, tick } from 'svelte';
import Stage from './stage.svelte';

/** The building alone, or with the flat plan that stands in for it. */
export interface ShownOnStage {
  readonly as: 'building' | 'guide';
  readonly plan: GuidePlan;
  readonly way: GuideWay | null;
  readonly turn: string;
  readonly ordinal: number | null;
}

/** A venue's name: another one has other rooms, and no mesh of the first fits it. */
type Version = 'first' | 'second';

export interface StageWish {
  readonly as?: ShownOnStage['as'];
  readonly version?: Version;
  /** Index of the way; null: the whole building; `astray`: one on a floor that the venue does not have. */
  readonly way?: number | 'astray' | null;
  readonly turn?: string;
  readonly ordinal?: number | null;
}

declare global {
  interface Window {
    readonly stage: {
      /** Shows this, or nothing. */
      show(wish: StageWish | null): Promise<void>;
      /** What three holds for the building that was shown last, whether or not it still is. */
      cost(): ReturnType<Building['cost']>;
      readonly ways: Readonly<Record<Version, number>>;
    };
  }
}

interface Venue {
  readonly plan: GuidePlan;
  readonly ways: readonly GuideWay[];
  readonly astray: GuideWay;
}

const venueOf = async (version: Version): Promise<Venue> => (await (await fetch(`/venue/${version}`)).json()) as Venue;
const venues = { first: await venueOf('first'), second: await venueOf('second') };
const target = document.getElementById('stage');
if (target === null) throw new Error('no stage');

const stage = mount(Stage, {
  target,
  props: {
    loadMesh: async (version: string, levelId: string) => {
      const reply = await fetch(`/mesh/${version}/${levelId}`);
      if (!reply.ok) throw new Error(`the floor was refused: ${reply.status}`);
      return reply.arrayBuffer();
    },
  },
});

let building: Building | undefined;
let cost: ReturnType<Building['cost']>;
Object.assign(window, {
  stage: {
    async show(wish: StageWish | null): Promise<void> {
      flushSync(() => stage.show(wish && shownBy(wish)));
      await tick();
      // Of what is gone its last figures are kept, and nothing that would hold it.
      cost = building?.cost();
      building = stage.onStage();
    },
    cost: () => building?.cost() ?? cost,
    ways: { first: venues.first.ways.length, second: venues.second.ways.length },
  },
});

function shownBy({ as = 'building', version = 'first', way = 0, turn = '', ordinal = null }: StageWish): ShownOnStage {
  const { plan, ways, astray } = venues[version];
  const wished = typeof way === 'number' ? (ways[way % ways.length] ?? null) : way === 'astray' ? astray : null;
  return { as, plan, way: wished, turn, ordinal };
}
document.title = 'ready';
