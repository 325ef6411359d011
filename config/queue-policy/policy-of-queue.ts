import type { Area, Queue, Site } from '../schema.ts';
import type { QueuePolicy, QueueSettings } from '../settings/queue-policy.ts';
import type { CheckInOverride } from '../settings/rules.ts';
import { mergeSettings } from './merge-settings.ts';
import { presets } from './presets.ts';
import { usualPolicy } from './usual-policy.ts';

/** Settings on top of a policy: first the preset that they name, then their own. */
export function withSettings(policy: QueuePolicy, settings: QueueSettings | undefined): QueuePolicy {
  if (settings === undefined) return policy;
  const { preset, ...own } = settings;
  const from = preset === undefined ? policy : withPreset(policy, presets[preset]);
  return mergeSettings(mergeSettings(from, { interleave: turnsGivenUp(own) }), own);
}

/** A lane that is given a rule of its own takes no turns any more, unless the same settings say that it does. */
function turnsGivenUp({ return: returning, missed, late }: QueueSettings): QueueSettings['interleave'] {
  const isOwn = ({ rule }: { readonly rule: string }): boolean => rule !== 'in-turn';
  return {
    ...(returning?.place !== undefined && isOwn(returning.place) && { return: 0 }),
    ...(missed?.places?.every(isOwn) === true && { missed: 0 }),
    ...(late?.place !== undefined && isOwn(late.place) && { late: 0 }),
  };
}

/** The rules of the order stand as the preset has them; its other settings go on top of what there is. */
function withPreset(policy: QueuePolicy, { checkIn, ...order }: (typeof presets)['two-one-one']): QueuePolicy {
  return mergeSettings({ ...policy, ...order }, { checkIn });
}

/** The rules of the whole hospital. */
export function policyOfSite(site: Pick<Site, 'checkIn' | 'privacy' | 'queue'>): QueuePolicy {
  const usual = withSettings(usualPolicy, { ...settingsOfCheckIn(site.checkIn), privacy: site.privacy });
  return withSettings(usual, site.queue);
}

/** The rules of an area: the hospital's, with what the area has of its own. */
export function policyOfArea(
  site: Pick<Site, 'checkIn' | 'privacy' | 'queue'>,
  area: Pick<Area, 'policy'>,
): QueuePolicy {
  return withSettings(policyOfSite(site), area.policy);
}

/** The rules of a queue: the hospital's, with what its area and then the queue itself have of their own. */
export function policyOfQueue(
  site: Pick<Site, 'checkIn' | 'privacy' | 'queue'>,
  area: Pick<Area, 'policy'>,
  queue: Pick<Queue, 'id' | 'checkIn' | 'policy'>,
): QueuePolicy {
  const ofArea = policyOfArea(site, area);
  const ofQueue = withSettings(withSettings(ofArea, settingsOfCheckIn(queue.checkIn)), queue.policy);
  if (!ofQueue.checkIn.exempt.includes(queue.id)) return ofQueue;
  return { ...ofQueue, checkIn: { ...ofQueue.checkIn, required: false } };
}

const placeOfLate = {
  'late-lane': { rule: 'in-turn' },
  'as-normal': { rule: 'as-normal' },
  refuse: { rule: 'void' },
} as const;

/** The short settings `checkIn` of a site or a queue, as settings of a policy. */
function settingsOfCheckIn(given: CheckInOverride | undefined): QueueSettings | undefined {
  if (given === undefined) return undefined;
  const { opensMinutesBefore, graceMinutes, closesMinutesAfter, late } = given;
  return {
    checkIn: {
      opens: opensMinutesBefore === undefined ? undefined : { rule: 'minutes-before', minutes: opensMinutesBefore },
      closesMinutesAfter,
    },
    late: { graceMinutes, place: late === undefined ? undefined : placeOfLate[late] },
  };
}
