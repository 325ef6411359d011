import type { QueuePolicy } from '../settings/queue-policy.ts';

/** The rules of a queue of which a site says nothing. */
export const usualPolicy: QueuePolicy = {
  numbering: { by: 'check-in', restarts: 'session', slotPrefixes: 'ABCDEFGHJKLMNPQRSTUVWXYZ' },
  checkIn: { required: true, opens: { rule: 'minutes-before', minutes: 30 }, closesMinutesAfter: 150, exempt: [] },
  appointments: { rule: 'by-slot' },
  late: { graceMinutes: 10, place: { rule: 'in-turn' } },
  missed: { places: [{ rule: 'in-turn' }], rejoin: { rule: 'check-in' } },
  return: { place: { rule: 'in-turn' }, freeDays: 3 },
  interleave: { normal: 2, return: 1, missed: 1, late: 1 },
  priority: [],
  fairness: { mostOvertakes: 20 },
  roomLimit: { most: 0, filled: 'automatically' },
  prepare: 2,
  calls: { timesBeforeMissed: 3, gapMinutes: 0, secondsOnScreen: 8 },
  estimate: { visitMinutes: 6 },
  desk: {
    finishOnNext: true,
    rotation: 'due-first',
    weight: 1,
    autoCallAfterSeconds: 0,
    transferKeepsWait: true,
    pauseReasons: [
      { code: 'meal', name: { zh: '用餐', en: 'Meal break' } },
      { code: 'ward', name: { zh: '病房处置', en: 'Called to the ward' } },
      { code: 'short', name: { zh: '暂时离开', en: 'Back shortly' } },
    ],
  },
  privacy: { shown: 'masked-name', spoken: 'surname' },
};
