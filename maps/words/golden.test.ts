import { beforeAll, expect, it } from 'vitest';
import type { Profile, WalkGraph } from '../graph/walk-graph.ts';
import { openDemo, wayNamed } from './demo-ways.ts';

let graph: WalkGraph;
beforeAll(async () => {
  graph = await openDemo();
}, 60_000);

const ways: readonly (readonly [what: string, from: string, to: string, profile?: Profile])[] = [
  ['to a waiting area on another floor', 'K01', '心内科候诊区'],
  ['to a waiting area without a step', 'K01', '心内科候诊区', 'step-free'],
  ['to a waiting area with old legs', 'K01', '心内科候诊区', 'elder'],
  ['on the same floor', 'K01', '检验科采血处'],
  ['to the pharmacy', 'S-card', '门诊药房'],
  ['down to the basement', 'K01', '食堂'],
  ['from the lobby screen to a numbered room', 'S-lobby', '312 诊室'],
  ['from a waiting area to its room', 'S-intm', '205 诊室'],
  ['from a clinic to the laboratory', '心血管内科', '检验科采血处'],
  ['from a clinic to imaging', '骨科', 'CT 1 室'],
  ['back to the entrance', '心血管内科', '门诊大厅'],
  ['to the inpatient tower', 'K01', '心内科病区护士站'],
  ['to the toilet for wheelchairs', 'S-card', '无障碍卫生间', 'step-free'],
  ['with a bed to the ward', '急诊观察室', '心内科病区护士站', 'bed'],
  ['to the top floor', 'S-lobby', '体检中心'],
];

it('ways of many kinds are said as they are written down', async () => {
  const pages = ways.map(([what, from, to, profile]) => {
    const { summary, steps } = wayNamed(graph, from, to, profile);
    const lines = steps.flatMap(({ zh, en }, index) => [`${index + 1}. ${zh}`, `   ${en}`]);
    return [
      `${what}: ${from} → ${to}${profile === undefined ? '' : ` (${profile})`}`,
      `${summary.zh}`,
      summary.en,
      ...lines,
    ].join('\n');
  });
  await expect(`${pages.join('\n\n')}\n`).toMatchFileSnapshot('golden/ways-of-the-demo-hospital.txt');
});
