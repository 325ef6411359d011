import type { GuideWay, Slip } from '../contract/index.ts';
import { wayOnPaper } from '../visits/way-on-paper.ts';

/** What a way looks like on paper: for whoever stands at a terminal, and of nobody. */
export function slipOfWay(on: {
  readonly hospital: { readonly zh: string; readonly en: string };
  readonly way: GuideWay;
  /** Undefined: the map knows no way back. */
  readonly back: GuideWay | undefined;
  readonly language: 'zh' | 'en';
}): Slip {
  const { hospital, way, back, language } = on;
  const other = language === 'zh' ? 'en' : 'zh';
  const { name, level } = way.to;
  const steps = { profile: way.profile, there: stepsOf(way), back: back === undefined ? [] : stepsOf(back) };
  return {
    title: hospital[language],
    heading: headings[language](name[language]),
    subheading: `${level.name[language]} · ${headings[other](name[other])} · ${level.name[other]}`,
    lines: [],
    sections: wayOnPaper(steps, language),
    ...(way.phone !== null && { qr: way.phone }),
    note: way.phone === null ? notes[language].lost : notes[language].scan,
  };
}

const headings = { zh: (place: string) => `去${place}`, en: (place: string) => `To ${place}` } as const;
const notes = {
  zh: { scan: '手机扫码看地图。走错了也不要紧，请问志愿者。', lost: '走错了也不要紧，请问志愿者。' },
  en: {
    scan: 'Scan it to see the map. If you get lost, please ask a volunteer.',
    lost: 'If you get lost, please ask a volunteer.',
  },
} as const;

const stepsOf = ({ summary, steps }: GuideWay): GuideWay['summary']['words'][] => [
  summary.words,
  ...steps.map(({ words }) => words),
];
