import { describe, expect, test } from 'vitest';
import type { Archive } from '../archive/archive.ts';
import { readTables } from './read-tables.ts';

const mapping = `
name: { zh: 示例医院, en: Example Hospital }
nodes:
  columns:
    { id: id, x: px, y: py, floor: floor, type: type, names: { zh: 名称, en: name }, aliases: { zh: 别名 }, heading: heading, device: device }
edges:
  columns: { id: id, from: a, to: b, type: type, oneWay: oneway, metres: length }
scale: { metres: 0.05, y: down }
floors: [B1, { label: G, sign: { zh: 1楼, en: 1F } }, '2']
types:
  nodes:
    LIFT: { category: elevator, connector: lift }
    ESC: { category: escalator, connector: escalator }
    STAFF: { category: nonpublic, restriction: employeesonly }
    KIOSK: { category: information, kiosk: terminal }
  edges: { W: walk, S: steps }
costs: { lift: { entry: 45 } }
`;
const nodes = `id,px,py,floor,type,名称,name,别名,heading,device
K,0,0,G,KIOSK,,,,-270,t1
A,200,0,G,,"检验科 ""抽血""",Laboratory,抽血、采血,,
L-1,400,0,B1,LIFT,3号电梯,Lift 3,,,
L0,400,0,G,LIFT,,,,,
L1,400,0,2,LIFT,,,,,
E0,600,100,G,ESC,,,,,
E1,800,100,2,ESC,,,,,
S,400,200,2,STAFF,,,,,
`;
const edges = `id,a,b,type,oneway,length
e1,K,A,W,,
e2,A,L0,W,,12.5
e3,L-1,L0,,,
e4,L0,L1,,,
e5,E0,E1,,1,
e6,A,E0,S,,
`;

const folder = (files: Readonly<Record<string, string>>): Archive => ({
  name: 'hospital',
  files: Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })),
  ignored: [],
});

function read(changed: Readonly<Record<string, string>> = {}) {
  const reply = readTables(folder({ 'tables.yaml': mapping, 'nodes.csv': nodes, 'edges.csv': edges, ...changed }));
  if (!reply.ok) throw new Error(reply.message);
  return reply;
}

function refusal(changed: Readonly<Record<string, string>>): string {
  const reply = readTables(folder({ 'tables.yaml': mapping, 'nodes.csv': nodes, 'edges.csv': edges, ...changed }));
  return reply.ok ? '' : reply.message;
}

describe('a hospital kept as two tables', () => {
  const { venue, findings } = read();

  test('has its floors in the order of the list, the ground floor at nought, and signs as given', () => {
    expect(venue.levels.map(({ id, ordinal, shortName }) => [id, ordinal, shortName])).toEqual([
      ['B1', -1, { zh: 'B1' }],
      ['G', 0, { zh: '1楼', en: '1F' }],
      ['2', 1, { zh: '2' }],
    ]);
  });

  test('stands in metres with north up, though its plan is in pixels that count down', () => {
    expect(venue.network.nodes.find(({ id }) => id === 'E0')?.point).toEqual([30, -5]);
  });

  test('has a name with quotes and its other names', () => {
    const laboratory = venue.network.nodes.find(({ id }) => id === 'A');
    expect(laboratory?.name).toEqual({ zh: '检验科 "抽血"', en: 'Laboratory' });
    expect(laboratory?.aliases).toEqual([{ zh: '抽血' }, { zh: '采血' }]);
  });

  test('has one lift through all of its floors that is waited for once, and an escalator that runs up', () => {
    expect(
      venue.connectors.map(({ kind, way, stops }) => [kind, way, stops.map(({ featureId }) => featureId)]),
    ).toEqual([
      ['lift', 'both', ['L-1', 'L0', 'L1']],
      ['escalator', 'up', ['E0', 'E1']],
    ]);
    expect(venue.connectors[0]).toMatchObject({
      entrySeconds: 45,
      secondsPerFloorUp: 4,
      name: { zh: '3号电梯' },
      stepFree: true,
    });
    expect(findings.filter(({ kind }) => kind === 'one-way-connector').map(({ ids }) => ids)).toEqual([['e5']]);
  });

  test('has ways as long as the table says, else as the plan shows, and steps where there are steps', () => {
    expect(venue.network.ways.map(({ id, kind, metres }) => [id, kind, Math.round(metres * 10) / 10])).toEqual([
      ['e1', 'walk', 10],
      ['e2', 'walk', 12.5],
      ['e6', 'steps', 20.6],
    ]);
  });

  test('has its terminal with the way that its reader looks, and its staff rooms closed', () => {
    expect(venue.kiosks).toMatchObject([{ id: 'K', heading: 90, device: { kind: 'terminal', id: 't1' } }]);
    expect(venue.network.nodes.find(({ id }) => id === 'S')?.restriction).toBe('employeesonly');
  });

  test('is the same with a byte order mark, semicolons and line ends of Windows', () => {
    const windows = (table: string): string => `\uFEFF${table.replaceAll(',', ';').replaceAll('\n', '\r\n')}`;
    expect(read({ 'nodes.csv': windows(nodes), 'edges.csv': windows(edges) }).venue).toEqual(venue);
  });
});

describe('tables with trouble in them', () => {
  test('lose the rows that mean nothing and say which', () => {
    const { venue, findings } = read({
      'nodes.csv': `${nodes}A,1,1,G,,,,,,\nN,NaN,3,G,,,,,,\nF,1,1,9,,,,,,\n,1,1,G,,,,,,\nU,9,9,G,XYZ,,,,,\n`,
      'edges.csv': `${edges}e7,A,nowhere,W,,\ne8,A,A,W,,\ne1,A,E0,W,,-4\n`,
    });
    expect(findings.map(({ kind, ids }) => [kind, ...ids])).toEqual([
      ['duplicate-id', 'A'],
      ['bad-feature', 'N'],
      ['dangling-reference', 'F'],
      ['bad-feature', ''],
      ['unknown-category', 'U'],
      ['dangling-reference', 'e7'],
      ['bad-feature', 'e8'],
      ['bad-property', 'e1'],
      ['duplicate-id', 'e1'],
      ['one-way-connector', 'e5'],
    ]);
    expect(venue.network.ways.map(({ id }) => id)).toEqual(['e1', 'e2', 'e6', 'e1#2']);
  });

  test('make no way shorter than the straight line, and say of which it was said', () => {
    const { venue, findings } = read({
      'edges.csv': edges.replace('12.5', '1.5').replace('e1,K,A,W,,', 'e1,K,A,W,,9.8'),
    });
    expect(venue.network.ways.map(({ id, metres }) => [id, Math.round(metres * 10) / 10])).toEqual([
      ['e1', 10],
      ['e2', 10],
      ['e6', 20.6],
    ]);
    expect(findings.filter(({ kind }) => kind === 'bad-property')).toMatchObject([
      { ids: ['e2'], sentence: expect.stringContaining('"1.5" m long, and the straight line between its nodes') },
    ]);
  });

  test.each(['9999', 'north', '-361'])('have no terminal that looks to %s', (heading) => {
    const { venue, findings } = read({ 'nodes.csv': nodes.replace('-270', heading) });
    expect(venue.kiosks.map((kiosk) => kiosk.heading)).toEqual([null]);
    expect(findings.filter(({ ids }) => ids.includes('K')).map(({ kind }) => kind)).toEqual([
      'bad-property',
      'kiosk-without-heading',
    ]);
  });

  test('keep lifts apart that one table of edges ties to one cabin on a floor', () => {
    const { venue, findings } = read({
      'nodes.csv': `${nodes}M1,500,0,2,LIFT,,,,,\n`,
      'edges.csv': `${edges}e9,L0,M1,,,\n`,
    });
    expect(venue.connectors.filter(({ kind }) => kind === 'lift').map(({ stops }) => stops.length)).toEqual([2, 2, 2]);
    expect(findings.find(({ ids }) => ids.includes('e9'))?.ids).toEqual(['e3', 'e4', 'e9']);
  });

  test('have lifts that reach no other floor told of', () => {
    const { findings } = read({ 'edges.csv': edges.replaceAll(/e[34].*\n/g, '') });
    expect(findings.filter(({ kind }) => kind === 'missing-connector').map(({ ids }) => ids[0])).toEqual([
      'L-1',
      'L0',
      'L1',
    ]);
  });

  test('do not call a way between floors step-free that nobody describes', () => {
    const { venue } = read({ 'edges.csv': `${edges}e9,A,S,,,\n` });
    expect(venue.connectors.find(({ id }) => id === 'e9')).toMatchObject({ kind: 'ramp', stepFree: null });
  });

  test.each([
    ['no mapping', { 'tables.yaml': 'name: {' }, /tables\.yaml is no YAML or JSON/],
    ['a mapping without floors', { 'tables.yaml': mapping.replace(/floors:.*/, '') }, /floors: /],
    ['a floor twice', { 'tables.yaml': mapping.replace('[B1,', '[B1, B1,') }, /"B1" twice/],
    ['a ground floor that is none', { 'tables.yaml': `${mapping}ground: Z\n` }, /ground floor "Z"/],
    ['another column', { 'nodes.csv': nodes.replace('px', 'x') }, /no column "px"; it has id, x, py/],
    ['an open quote', { 'edges.csv': `${edges}"e7,A` }, /edges\.csv is no table: .* line 8/],
    ['no rows', { 'nodes.csv': nodes.split('\n')[0] ?? '' }, /No row of nodes\.csv can be used/],
    [
      'nothing but strangers',
      { 'edges.csv': 'id,a,b,type,oneway,length\n1,X,Y,W,,\n' },
      /No row of edges\.csv can be used/,
    ],
  ])('are refused with %s, in a sentence', (_, changed, sentence) => {
    expect(refusal(changed)).toMatch(sentence);
  });

  test.each([
    ['edges.csv', `${edges}"e7,A`, 'edges.csv 不是表格：第 8 行起有一个引号没有收尾。请改好这一行。'],
    ['edges.csv', `${edges}e"7,A\n`, 'edges.csv 不是表格：第 8 行单元格中间有引号。请改好这一行。'],
    [
      'nodes.csv',
      nodes.replace('px', 'x'),
      'nodes.csv 里没有“px”这一列，有的是：id、x、py、floor、type、名称、name、别名、heading、device。请让配置里的列名和第一行一样。',
    ],
    ['nodes.csv', nodes.split('\n')[0] ?? '', 'nodes.csv 里没有一行能用。请看检查结果，改好表格或配置。'],
    ['tables.yaml', `${mapping}ground: Z\n`, '楼层列表里没有首层“Z”。请让 ground 用列表里的名字。'],
    ['tables.yaml', mapping.replace('[B1,', '[B1, B1,'), /“B1”写了两次/],
    ['tables.yaml', mapping.replace('edges:', 'edges:\n  file: ways.csv'), /^缺少文件 ways\.csv。/],
    [
      'tables.yaml',
      'name:\n\t- x',
      'tables.yaml 不是 YAML 或 JSON：第 2 行第 1 列用了制表符缩进，请用空格。请改好这一行。',
    ],
    ['tables.yaml', 'name: 1\nname: 2', /：第 2 行第 1 列同一个名字写了两次。/],
    ['tables.yaml', 'name: &x 1\nnodes: *x', /里面有引用/],
    ['tables.yaml', mapping.replace('y: down', 'y: left'), /（scale\.y：只能是 up、down）/],
    ['tables.yaml', mapping.replace('metres: 0.05', 'metres: half'), /scale\.metres：没有写，或不是数字/],
    ['tables.yaml', `${mapping}colour: red\n`, /整个文件：不认识 colour/],
  ])('are refused in Chinese too, without the words of a library: %s, %j', (file, text, sentence) => {
    const all = { 'tables.yaml': mapping, 'nodes.csv': nodes, 'edges.csv': edges, [file]: text };
    const reply = readTables(folder(all));
    if (reply.ok) throw new Error('it was read');
    expect(reply.zh).toEqual(sentence instanceof RegExp ? expect.stringMatching(sentence) : sentence);
    expect(reply.message).not.toMatch(/Invalid|expected|Quote Not|unique/);
  });

  test('of which no row can be used have it in their report why', () => {
    const strangers = 'id,a,b,type,oneway,length\n1,X,Y,W,,\n';
    const reply = readTables(folder({ 'tables.yaml': mapping, 'nodes.csv': nodes, 'edges.csv': strangers }));
    expect(reply).toMatchObject({
      ok: false,
      findings: [{ ids: ['1'], sentence: expect.stringMatching(/not there/) }],
    });
  });

  test('are refused in GB 18030, which would turn every name to rubbish', () => {
    const { files, ...rest } = folder({ 'tables.yaml': mapping, 'edges.csv': edges });
    const bytes = new Uint8Array([...new TextEncoder().encode(nodes), 0xbc, 0xec, 0xd1, 0xe9]);
    const reply = readTables({ ...rest, files: [...files, { name: 'nodes.csv', bytes }] });
    expect(reply.ok ? '' : reply.message).toContain('not in UTF-8');
  });
});
