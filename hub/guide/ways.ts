import { findRoute } from './find-way.ts';
import { describeRoute } from '@lobby/maps/words/describe-route.ts';
import type { Route, RouteReason } from '@lobby/maps/route/route.ts';
import type { Step } from '@lobby/maps/words/step.ts';
import type { GuideEnd, GuideStep, GuideWay, WalkProfile, WayReply } from '../contract/index.ts';
import { featureOfEnd, guidePlaceOf } from './ends.ts';
import type { Serving } from './serving.ts';

type NoWay = Extract<WayReply, { ok: false }>;
export type FoundWay = { readonly ok: true; readonly way: Omit<GuideWay, 'phone'> } | NoWay;

/** A way from one end to another, in words. A terminal's own ways are looked up, all others are searched. */
export function wayBetween(
  serving: Serving,
  asked: { readonly from: GuideEnd | undefined; readonly to: GuideEnd; readonly profile: WalkProfile },
): FoundWay {
  const from = asked.from && featureOfEnd(serving, asked.from);
  const to = featureOfEnd(serving, asked.to);
  if (from === undefined) return noWay('from-unknown');
  if (to === undefined) return noWay('to-unknown');
  const reply = findRoute(serving, { from, to, profile: asked.profile });
  if (!reply.ok) return { ok: false, reason: reasons[reply.reason], profilesWithAWay: [...reply.profilesWithAWay] };
  return wayOf(serving, { from, to, route: reply.route });
}

const reasons: Readonly<Record<RouteReason, NoWay['reason']>> = {
  'from-unknown': 'from-unknown',
  'to-unknown': 'to-unknown',
  'same-place': 'same-place',
  'to-restricted': 'restricted',
  'from-restricted': 'restricted',
  island: 'island',
  closed: 'closed',
  profile: 'profile',
};

export function noWay(reason: NoWay['reason']): NoWay {
  return { ok: false, reason, profilesWithAWay: [] };
}

function wayOf(
  serving: Serving,
  found: { readonly from: string; readonly to: string; readonly route: Route },
): FoundWay {
  const from = guidePlaceOf(serving, found.from);
  const to = guidePlaceOf(serving, found.to);
  if (from === undefined) return noWay('from-unknown');
  if (to === undefined) return noWay('to-unknown');
  const heading = serving.kiosks.get(found.from)?.heading ?? null;
  const { path, steps, summary } = describeRoute({
    graph: serving.graph,
    route: found.route,
    heading,
    from: found.from,
    to: found.to,
  });
  const { zh, en, ...figures } = summary;
  const way = {
    version: serving.version,
    profile: found.route.profile,
    from,
    to,
    heading,
    summary: { words: { zh, en }, ...figures },
    steps: steps.map((step) => stepOf(serving, step)),
    path: path.map((point) => ({ ...point })),
  };
  return { ok: true, way };
}

function stepOf({ levels }: Serving, step: Step): GuideStep {
  const { zh, en, at, metres, kind } = step;
  return {
    kind,
    words: { zh, en },
    at,
    metres,
    turn: kind === 'start' || kind === 'turn' ? step.turn : null,
    connector: kind === 'connector' ? step.connector : null,
    level: kind === 'connector' ? (levels.get(step.level) ?? null) : null,
  };
}
