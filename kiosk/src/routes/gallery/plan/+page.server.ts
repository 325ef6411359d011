import { walkProfile, type GuideEnd } from '@lobby/hub/contract';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Ways of the demo hospital that show what a plan can meet: one floor, two, three; a terminal askew, a screen on a wall. */
const shown = [
  ['terminal.K01', 'room.imag-ct', 'default'],
  ['terminal.K01', 'room.card-1', 'step-free'],
  ['terminal.K01', 'room.orth-225', 'default'],
  ['screen.S-card', 'room.card-2', 'default'],
  ['screen.S-sens', 'area.imaging-1f', 'elder'],
] as const;

/**
 * Floor plans of ways, on the hub's own map. `?from=screen.S-card&to=room.card-2&profile=default`: another way;
 * `&language=en`, `&theme=dark`.
 */
export const load: PageServerLoad = async ({ url, locals }) => {
  const { searchParams } = url;
  const asked = [searchParams.get('from'), searchParams.get('to'), searchParams.get('profile') ?? 'default'] as const;
  const replies = (asked[0] === null ? shown : [asked]).map(async ([from, to, profile]) => {
    const [start, goal, who] = [endOf(from), endOf(to), walkProfile.safeParse(profile)];
    if (start === undefined || goal === undefined || !who.success) error(404, 'There is no such way');
    return locals.hub.guide.way({}, { from: start, to: goal, profile: who.data });
  });
  const ways = (await Promise.all(replies)).flatMap((reply) => (reply.ok ? [reply.way] : []));
  const plan = ways[0] && (await locals.hub.guide.plan(ways[0].version));
  if (plan === undefined) error(404, 'The hub has no map, or none of these ways');
  const language: 'zh' | 'en' = searchParams.get('language') === 'en' ? 'en' : 'zh';
  const theme: 'light' | 'dark' = searchParams.get('theme') === 'dark' ? 'dark' : 'light';
  return { ways, plan, language, theme };
};

function endOf(text: string | null): GuideEnd | undefined {
  const [, of, id] = /^(place|area|room|terminal|screen)\.(.+)$/.exec(text ?? '') ?? [];
  return of === undefined || id === undefined ? undefined : { of: of as GuideEnd['of'], id };
}
