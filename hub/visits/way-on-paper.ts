import type { Slip } from '../contract/index.ts';
import type { StepsForSlip } from '../guide/steps-for-slip.ts';

type Section = NonNullable<Slip['sections']>[number];

const titles = {
  there: { zh: '怎么走', en: 'How to get there' },
  back: { zh: '回来的路', en: 'The way back' },
} as const;
/** A section of a slip has room for so many lines; nobody finds a way of more steps by a list. */
const mostLines = 20;

/** The way there and back as numbered paragraphs; time and distance first. */
export function wayOnPaper(steps: StepsForSlip, language: 'zh' | 'en'): Section[] {
  return (['there', 'back'] as const).flatMap((which): Section[] => {
    const [summary, ...rest] = steps[which].map((words) => words[language]);
    if (summary === undefined || rest.length === 0 || rest.length >= mostLines) return [];
    const lines = [summary, ...rest.map((step, index) => `${index + 1}. ${step}`)];
    return [{ title: titles[which][language], lines, ...(which === 'there' && { large: true }) }];
  });
}
