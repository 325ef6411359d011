import type { ScreenSettings, Words } from '@lobby/hub/contract';

/** What is said at the windows of a service. */
export interface ServiceWords {
  /** Over the tickets that may come. */
  readonly come: Words;
  /** Over those that wait. */
  readonly wait: Words;
  /** While nobody is called. */
  readonly advice: Words;
}

export const serviceWords = {
  pharmacy: {
    come: { zh: '请取药', en: 'Ready to collect' },
    wait: { zh: '配药中', en: 'Being prepared' },
    advice: { zh: '药配好后，号码会显示在这里', en: 'Your number appears here when your medicine is ready' },
  },
  laboratory: {
    come: { zh: '请采血', en: 'Please come for your sample' },
    wait: { zh: '等候采血', en: 'Waiting' },
    advice: { zh: '请备好化验单，等候叫号', en: 'Have your request form ready and wait for your number' },
  },
  imaging: {
    come: { zh: '请检查', en: 'Please come in' },
    wait: { zh: '候检', en: 'Waiting' },
    advice: { zh: '请取下金属物品，等候叫号', en: 'Take off metal objects and wait for your number' },
  },
  window: {
    come: { zh: '请办理', en: 'Please come' },
    wait: { zh: '等候', en: 'Waiting' },
    advice: { zh: '请备好证件，等候叫号', en: 'Have your card ready and wait for your number' },
  },
} as const satisfies Record<NonNullable<ScreenSettings['service']>, ServiceWords>;
