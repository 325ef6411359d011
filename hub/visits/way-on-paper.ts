import type { Slip } from '../contract/index.ts';
import type { StepsForSlip } from '../guide/steps-for-slip.ts';

type Section = NonNullable<Slip['sections']>[number];

const titles = {
  there: { zh: '怎么走', en: 'How to get there' },
  back: { zh: '回来的路', en: 'The way back' },
} as const;
/** Whoever reads the slip, the patient or who pushes the wheelchair, sees which way it is. */
const withoutStairs = {
  zh: (title: string) => `${title}（不走楼梯）`,
  en: (title: string) => `${title} (no stairs)`,
} as const;
const noSuchWay = {
  zh: '不走楼梯到不了那里，请志愿者带您去。',
  en: 'There is no way without stairs. A volunteer can take you there.',
} as const;
/** A section of a slip has room for so many lines; nobody finds a way of more steps by a list. */
const mostLines = 20;

/** The way there and back as numbered paragraphs; time and distance first. */
export function wayOnPaper(steps: StepsForSlip, language: 'zh' | 'en'): Section[] {
  const titleOf = (which: 'there' | 'back'): string => {
    const title = titles[which][language];
    return steps.profile === 'step-free' ? withoutStairs[language](title) : title;
  };
  // Stairs are never led to in its place.
  if (steps.profile === 'step-free' && steps.there.length === 0)
    return [{ title: titleOf('there'), lines: [noSuchWay[language]], large: true }];
  return (['there', 'back'] as const).flatMap((which): Section[] => {
    const [summary, ...rest] = steps[which].map((words) => words[language]);
    if (summary === undefined || rest.length === 0 || rest.length >= mostLines) return [];
    const lines = [summary, ...rest.map((step, index) => `${index + 1}. ${step}`)];
    return [{ title: titleOf(which), lines, ...(which === 'there' && { large: true }) }];
  });
}
