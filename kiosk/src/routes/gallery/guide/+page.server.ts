import { walkProfile, type GuideEnd, type GuidePlan, type GuideWay } from '@lobby/hub/contract';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/**
 * The building, and a way through it, on the hub's own map: `?from=screen.S-card&to=room.card-2&profile=default`;
 * `&language=en`, `&theme=dark`, `&text=28` pixels a letter, `&second=4` of the walk or `&step=1`, `&floor=2` by hand;
 * `&picture=plan`, which stands at its first floor unless a `&turn=1` leads through it. Without `to` the whole building, as
 * `from` looks at it.
 */
export const load: PageServerLoad = async ({ url, locals }) => {
  const { searchParams } = url;
  const language: 'zh' | 'en' = searchParams.get('language') === 'en' ? 'en' : 'zh';
  const theme: 'light' | 'dark' = searchParams.get('theme') === 'dark' ? 'dark' : 'light';
  const picture: 'building' | 'plan' = searchParams.get('picture') === 'plan' ? 'plan' : 'building';
  const start = endOf(searchParams.get('from') ?? 'terminal.K01');
  if (start === undefined) error(404, 'There is no such place');
  const way = await wayTo(searchParams, start, locals);
  const { version } = way ?? (await locals.hub.guide.home({}));
  const plan = version === null ? undefined : await locals.hub.guide.plan(version);
  if (plan === undefined) error(404, 'The hub has no map');
  return { way, plan, language, theme, picture, azimuth: headingAt(plan, start) };
};

async function wayTo(searchParams: URLSearchParams, from: GuideEnd, { hub }: App.Locals): Promise<GuideWay | null> {
  const to = endOf(searchParams.get('to'));
  if (to === undefined) return null;
  const who = walkProfile.safeParse(searchParams.get('profile') ?? 'default');
  const reply = who.success ? await hub.guide.way({}, { from, to, profile: who.data }) : undefined;
  if (reply?.ok !== true) error(404, 'There is no such way');
  return reply.way;
}

function headingAt({ levels }: GuidePlan, { of, id }: GuideEnd): number {
  const kiosks = levels.flatMap((level) => level.kiosks);
  return kiosks.find(({ device }) => device?.kind === of && device.id === id)?.heading ?? 0;
}

function endOf(text: string | null): GuideEnd | undefined {
  const [, of, id] = /^(place|area|room|terminal|screen)\.(.+)$/.exec(text ?? '') ?? [];
  return of === undefined || id === undefined ? undefined : { of: of as GuideEnd['of'], id };
}
