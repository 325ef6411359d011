import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { showOrder } from './show-order.ts';

const program = fileURLToPath(new URL('../../command-line.ts', import.meta.url));
const page = readFileSync(fileURLToPath(new URL('../../../docs/queues.md', import.meta.url)), 'utf8');
const section = page.slice(page.indexOf('Try a policy before it is used'));
const at = '2026-11-23T09:30:00+08:00';

/** The content of the blocks of one language in the part of the page that documents the files. */
function blocks(language: string): readonly string[] {
  return [...section.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(([, content = '']) => content);
}

function filesOf(policy: string, tickets: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'lobby-order-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [policyFile, ticketsFile] = [join(folder, 'policy.yaml'), join(folder, 'tickets.json')];
  writeFileSync(policyFile, policy);
  writeFileSync(ticketsFile, tickets);
  return ['--policy', policyFile, '--tickets', ticketsFile, '--at', at];
}

/** What the command says, without a process of its own. */
function ask(...words: readonly string[]) {
  const [said, complained] = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')];
  for (const voice of [said, complained]) voice.mockReset().mockImplementation(() => undefined);
  const code = showOrder(words);
  const textOf = (voice: typeof said): string => voice.mock.calls.map(([line]) => String(line)).join('\n');
  return { code, said: textOf(said), complained: textOf(complained) };
}

interface Shown {
  readonly at: string;
  readonly order: readonly { readonly number: string | number; readonly lane: string; readonly overtaken: number }[];
}
const shownIn = (said: string): Shown => JSON.parse(said) as Shown;

test('an operator who tries the files of the page gets the order of the page, with no hub running', () => {
  const words = filesOf(blocks('yaml')[0] ?? '', blocks('json')[0] ?? '');
  const run = spawnSync(process.execPath, [program, 'order', ...words], { encoding: 'utf8' });
  expect({ code: run.status, complained: run.stderr }).toEqual({ code: 0, complained: '' });
  expect(run.stdout).toBe(blocks('text')[0]);
}, 30_000);

test('a program gets the same as JSON, as the page says', () => {
  const { code, said } = ask(...filesOf(blocks('yaml')[0] ?? '', blocks('json')[0] ?? ''), '--json');
  expect(code).toBe(0);
  expect(shownIn(said).at).toBe(at);
  expect(shownIn(said).order[0]).toEqual(JSON.parse(blocks('json')[1] ?? ''));
});

test('what a file leaves out, or gives as null, is inferred', () => {
  const tickets = [
    {
      number: 1,
      slotStart: '2026-11-23T00:00:00Z',
      slotEnd: '2026-11-23T00:20:00Z',
      checkedInAt: '09:05',
      class: null,
    },
    { number: 2, slotStart: '08:00', checkedInAt: '07:50', returnedAt: '2026-11-23T01:10:00.000Z', slotEnd: null },
    { number: '3', checkedInAt: '2026-11-23 09:11', misses: 1, calledAt: '09:00' },
    { number: 4, kind: null, lane: null, checkedInAt: '09:12', calledAt: null, misses: null },
  ];
  const { said, complained } = ask(...filesOf('', JSON.stringify({ tickets })), '--json');
  expect(complained).toBe('');
  const lanes = shownIn(said).order.map(({ number, lane }) => [number, lane]);
  expect(lanes.toSorted()).toEqual([
    [1, 'late'],
    [2, 'return'],
    ['3', 'missed'],
    [4, 'normal'],
  ]);
});

test('calls of the morning are counted, once for each turn', () => {
  const gone = (number: number, calledAt: readonly string[]) => ({
    number,
    state: 'finished',
    slotStart: '09:00',
    checkedInAt: '08:50',
    calledAt,
  });
  const tickets = [
    gone(1, ['09:00', '09:01', '09:02']),
    gone(2, ['09:10']),
    { number: 9, slotStart: '11:00', checkedInAt: '08:00' },
  ];
  const { said } = ask(...filesOf('', JSON.stringify(tickets)), '--json');
  expect(shownIn(said).order).toMatchObject([{ number: 9, overtaken: 2 }]);
});

test('a turn whose check-in the file has lost counts as an overtake, so that nobody is overtaken too often', () => {
  const tickets = [
    { number: 1, slotStart: '11:00', checkedInAt: '08:00' },
    {
      number: 2,
      state: 'held',
      slotStart: '09:00',
      checkedInAt: '07:50',
      returnedAt: '09:10',
      calledAt: ['08:10', '08:40', '09:15'],
    },
  ];
  const { said } = ask(...filesOf('', JSON.stringify(tickets)), '--json');
  // At 08:10 it had checked in before; at 08:40 it was back from somewhere, at 09:15 once more.
  expect(shownIn(said).order).toMatchObject([{ number: 1, overtaken: 2 }]);
});

test('who waits again without a new check-in in the file counts from the call that was missed', () => {
  const tickets = [
    { number: 1, slotStart: '09:00', checkedInAt: '08:30', misses: 1, calledAt: ['09:00'] },
    { number: 2, state: 'finished', slotStart: '09:00', checkedInAt: '08:40', calledAt: '09:05' },
    { number: 3, state: 'finished', slotStart: '09:00', checkedInAt: '08:41', calledAt: '09:10' },
    { number: 4, slotStart: '09:00', checkedInAt: '08:42' },
  ];
  const policy = 'fairness: { mostOvertakes: 2 }\nmissed: { places: [{ rule: end-of-session }] }';
  const { said } = ask(...filesOf(policy, JSON.stringify(tickets)), '--json');
  expect(shownIn(said).order).toMatchObject([
    { number: 4, overtaken: 0 },
    { number: 1, overtaken: 0 },
  ]);
});

test('keys and classes that are not known are passed over with a note', () => {
  const tickets = [{ number: 1, checkedInAt: '09:00', class: 'vip', phone: '…', state: 'waiting' }];
  const { code, complained } = ask(...filesOf('', JSON.stringify(tickets)));
  expect(code).toBe(0);
  expect(complained).toContain('"phone" of tickets is not known');
  expect(complained).toContain('no class "vip"');
});

test('calls later than the clock are noted, for a file or an instant may be the wrong one', () => {
  const tickets = [{ number: 1, checkedInAt: '08:00', state: 'finished', calledAt: ['09:00', '23:59'] }];
  const { code, complained } = ask(...filesOf('', JSON.stringify(tickets)));
  expect(code).toBe(0);
  expect(complained).toContain('1 of calledAt later than --at');
});

test('a YAML file may say once what many tickets have', () => {
  const tickets = '- &first { number: A1, checkedInAt: 08:30, lane: return }\n- { <<: *first, number: A2 }\n';
  const { code, said, complained } = ask(...filesOf('', tickets), '--json');
  expect({ code, complained }).toEqual({ code: 0, complained: '' });
  expect(shownIn(said).order.map(({ number, lane }) => [number, lane])).toEqual([
    ['A1', 'return'],
    ['A2', 'return'],
  ]);
});

test.each([
  ['a day that no calendar has', '[{"number":1,"checkedInAt":"2026-02-30T08:00:00+08:00"}]', 'tickets[0].checkedInAt'],
  ['an offset that no clock has', '[{"number":1,"checkedInAt":"2026-11-23T08:00:00+99:99"}]', 'tickets[0].checkedInAt'],
  ['a call at no instant', '[{"number":1,"calledAt":[null]}]', 'tickets[0].calledAt: expected instants such as'],
  ['an alias of nothing', '- { number: *unknown }', 'unknown'],
  ['aliases of aliases', aliasesOfAliases(8), 'Excessive alias count'],
])('%s is answered with a sentence', (_, tickets, sentence) => {
  const { code, said } = ask(...filesOf('', tickets), '--json');
  expect(code).toBe(1);
  expect(JSON.parse(said)).toEqual({ error: { reason: 'bad-tickets', message: expect.stringContaining(sentence) } });
});

/** Ten times ten times ten … of one word. */
function aliasesOfAliases(depth: number): string {
  const ten = (name: string): string => `[${Array<string>(10).fill(name).join(', ')}]`;
  const lists = Array.from({ length: depth }, (_, n) => `a${n}: &a${n} ${ten(n === 0 ? 'x' : `*a${n - 1}`)}`);
  return `${lists.join('\n')}\n`;
}

test('nobody who waits is an answer too', () => {
  expect(ask(...filesOf('', '[]'))).toMatchObject({ code: 0, said: '没有人在候诊。Nobody waits.' });
});

test.each([
  ['preset: nonsense', '[]', 'bad-policy', /policy\.yaml: preset: .*"two-one-one"/],
  ['fairnes: 1', '[]', 'bad-policy', /there is no setting "fairnes" here; there are: preset, numbering/],
  ['late: { place: { rule: never } }', '[]', 'bad-policy', /late\.place\.rule: .*'end-of-slot'/],
  ['interleave: { normal: 0 }', '[]', 'bad-policy', /interleave\.normal: is 0/],
  ['{', '[]', 'bad-policy', /policy\.yaml: line \d/],
  ['', '[1]', 'bad-tickets', /tickets\[0\]: .*expected object/],
  ['', '{"a": 1}', 'bad-tickets', /expected a list of tickets/],
  ['', '[{"number": 1, "lane": "fast"}]', 'bad-tickets', /tickets\[0\]\.lane: .*"normal"\|"return"/],
  ['', '[{"number": 1, "checkedInAt": "soon"}]', 'bad-tickets', /"soon" is no instant; write one such as/],
  [
    '',
    '[{"number": 1}, {"number": "1"}]',
    'bad-tickets',
    /tickets\[1\]\.number: 1 is the number of tickets\[0\] already/,
  ],
  ['', '[{"number": 1, "move": {"at": "09:00"}}]', 'bad-tickets', /tickets\[0\]\.move: says neither rank nor before/],
  ['', '[{', 'bad-tickets', /tickets\.json: line/],
])('policy %j and tickets %j are answered with one sentence', (policy, tickets, reason, sentence) => {
  const words = filesOf(policy, tickets);
  const inWords = ask(...words);
  expect(inWords).toMatchObject({ code: 1, said: '', complained: expect.stringMatching(sentence) });
  expect(inWords.complained).not.toContain('\n');
  const asJson = ask(...words, '--json');
  expect(asJson).toMatchObject({ code: 1, complained: '' });
  expect(JSON.parse(asJson.said)).toEqual({ error: { reason, message: inWords.complained } });
});

test('words that make no sense are called so', () => {
  expect(() => showOrder(['--policy', 'p.yaml'])).toThrow('Give --policy FILE');
  expect(() => showOrder(['--policy', 'p', '--tickets', 't', '--at', 'noon'])).toThrow('"noon" is no instant');
  const missing = ask('--policy', '/nowhere/p.yaml', '--tickets', 't', '--at', at);
  expect(missing).toMatchObject({ code: 1, complained: '/nowhere/p.yaml: no such file, or it may not be read.' });
});
