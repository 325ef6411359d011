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
  return mergeSettings(from, own);
}

/** The rules of the order stand as the preset has them; its other settings go on top of what there is. */
function withPreset(policy: QueuePolicy, { checkIn, ...order }: (typeof presets)['two-one-one']): QueuePolicy {
  return mergeSettings({ ...policy, ...order }, { checkIn });
}

/** The rules of the whole hospital. */
export function policyOfSite(site: Pick<Site, 'checkIn' | 'privacy' | 'queue'>): QueuePolicy {
  const usual = mergeSettings(usualPolicy, { ...settingsOfCheckIn(site.checkIn), privacy: site.privacy });
  return withSettings(usual, site.queue);
}

/** The rules of a queue: the hospital's, with what its area and then the queue itself have of their own. */
export function policyOfQueue(
  site: Pick<Site, 'checkIn' | 'privacy' | 'queue'>,
  area: Pick<Area, 'policy'>,
  queue: Pick<Queue, 'id' | 'checkIn' | 'policy'>,
): QueuePolicy {
  const ofArea = withSettings(policyOfSite(site), area.policy);
  const ofQueue = withSettings(mergeSettings(ofArea, settingsOfCheckIn(queue.checkIn)), queue.policy);
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
