import { profiles, type Profile } from '../graph/walk-graph.ts';

/** Options of the commands that walk. */
export const walkOptions = {
  profile: { type: 'string', default: 'default' },
  closed: { type: 'string', multiple: true },
} as const;

export interface WalkWish {
  readonly profile: Profile;
  readonly closed: ReadonlySet<string>;
}

/** Who walks and what is closed, or what is wrong. Ids stand one after the other, parted by commas. */
export function walkWish(values: {
  readonly profile?: string;
  readonly closed?: readonly string[];
}): WalkWish | string {
  const { profile = 'default', closed = [] } = values;
  const known = profiles.find((one) => one === profile);
  if (known === undefined) return `${profile} is no profile; there are ${profiles.join(', ')}.`;
  const ids = closed.flatMap((list) => list.split(/[,，]/).map((id) => id.trim()));
  return { profile: known, closed: new Set(ids.filter((id) => id !== '')) };
}
