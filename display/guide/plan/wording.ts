/** What the plan says beside the names on it. */
export const planWords = {
  zh: {
    north: '北',
    plan: (floor: string) => `${floor}平面图`,
    floors: '路线经过的楼层',
    show: (floor: string) => `看${floor}`,
  },
  en: {
    north: 'N',
    plan: (floor: string) => `Plan of ${floor}`,
    floors: 'Floors of the way',
    show: (floor: string) => `Show ${floor}`,
  },
} as const;
