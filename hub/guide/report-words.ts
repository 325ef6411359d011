import type { FindingKind } from '@lobby/maps/report/findings.ts';
import type { ReportLine, Words } from '../contract/index.ts';

type Weight = ReportLine['weight'];
type Said = readonly [weight: Weight, zh: string, en: string];

/** What a report has found, as somebody reads it who has never heard of the file's format. */
export const reportWords: Readonly<Partial<Record<FindingKind, Said>>> = {
  'missing-file': ['look', '缺少文件', 'files are missing'],
  'unreadable-file': ['bad', '文件读不出来', 'files could not be read'],
  'ignored-file': ['good', '文件与地图无关，没有用', 'files belong to no map and were not used'],
  version: ['look', '文件的版本和预期不同', 'the version of the file is not the expected one'],
  'unknown-extension': ['good', '扩展不认识，没有用', 'extensions are not known and were not used'],
  'bad-feature': ['bad', '要素读不出来，没有收', 'features could not be read and were left out'],
  'bad-property': ['look', '属性读不出来，没有收', 'properties could not be read and were left out'],
  'duplicate-id': ['look', '编号重复，用了第一个', 'ids stand twice; the first one counts'],
  'dangling-reference': ['look', '指向了不存在的东西', 'references lead to nothing'],
  cycle: ['look', '互相指来指去', 'references run in a circle'],
  'unknown-type': ['good', '要素类型不认识，没有收', 'types of features are not known and were left out'],
  'misspelt-type': ['good', '类型写错了，已按原意读', 'types were read as the word that was meant'],
  'unknown-category': ['good', '类别不认识', 'categories are not known'],
  'bad-geometry': ['bad', '形状不能用，没有收', 'shapes could not be used and were left out'],
  'mended-geometry': ['good', '形状已修好', 'shapes were mended'],
  'swapped-coordinates': ['look', '经纬度写反了，已调换', 'longitude and latitude were exchanged'],
  'far-away': ['look', '离其他地方太远，没有收', 'features lie far from the rest and were left out'],
  'level-without-ordinal': ['look', '楼层没有序号，已推测', 'levels have no ordinal; one was guessed'],
  'assumed-level': ['look', '没有说在哪一层，已推测', 'features do not say on which floor they are; it was guessed'],
  'stray-opening': ['look', '门不在任何房间的墙上', 'doors lie on no wall'],
  'repeated-ordinal': ['look', '楼层序号重复', 'levels share an ordinal'],
  'missing-connector': ['look', '电梯或楼梯没有通到别的楼层', 'lifts or stairs join no other floor'],
  'one-way-connector': ['good', '单向的扶梯或通道', 'connectors run one way'],
  'unknown-direction': ['look', '扶梯没有说方向', 'escalators do not say which way they run'],
  'unjoined-level': ['bad', '楼层没有电梯、楼梯或扶梯相通', 'floors are joined to no other'],
  'missing-language': ['look', '名称缺少一种语言', 'names lack a language'],
  'unnamed-place': ['look', '科室没有名称', 'places have no name'],
  'duplicate-name': ['look', '同一层有同名的地方', 'names stand twice on one floor'],
  markup: ['good', '名称里有标记符号，照原样显示', 'names hold markup, which is shown as it stands'],
  'long-name': ['look', '名称太长，显示时会截短', 'names are too long and are cut'],
  'default-left': ['look', '还是制图软件的默认值', 'defaults of the drawing tool were left in place'],
  'missing-accessibility': [
    'look',
    '没有说轮椅能不能用，无障碍路线会绕开',
    'lifts, restrooms or doors do not say whether a wheelchair can use them; step-free ways avoid them',
  ],
  'kiosk-without-heading': ['bad', '自助机或屏幕没有朝向', 'terminals or screens have no heading'],
  'unit-without-opening': ['look', '房间没有门', 'rooms have no door'],
  'unreachable-unit': ['look', '房间走不到', 'rooms cannot be reached on foot'],
  'unknown-correction': ['look', '修正的东西不存在', 'corrections are of what does not exist'],
  'bad-correction': ['bad', '修正没有做成', 'corrections could not be made'],
};

const order: readonly Weight[] = ['bad', 'look', 'good'];

/** Findings by kind with how often they were made, the worst first. A kind of a newer importer is told by its own name. */
export function reportLines(
  findings: readonly { readonly kind: string; readonly ids: readonly string[] }[],
): readonly ReportLine[] {
  const lines = [...Map.groupBy(findings, ({ kind }) => kind)].map(([kind, found]): ReportLine => {
    const [weight, zh, en] = (isKnown(kind) && reportWords[kind]) || (['look', kind, kind] as const);
    return { weight, said: counted({ zh, en }, found.length), ids: found.flatMap(({ ids }) => ids).slice(0, 200) };
  });
  return lines.sort((one, other) => order.indexOf(one.weight) - order.indexOf(other.weight));
}

function isKnown(kind: string): kind is FindingKind {
  return Object.hasOwn(reportWords, kind);
}

function counted({ zh, en }: Words, count: number): Words {
  return { zh: `${zh}：${count} 处`, en: `${count}: ${en}` };
}
