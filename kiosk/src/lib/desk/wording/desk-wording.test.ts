import { expect, test } from 'vitest';
import { ticket } from '../invented-view.ts';
import { noticeSentence, type Notice } from '../notice.ts';
import { deskWording } from './desk-wording.ts';

test('every notice is a sentence in both languages', () => {
  const said = { zh: '已被李医生叫到 3 诊室。', en: 'Already called to Room 3 by Dr Li.' };
  const notices: Notice[] = [
    { kind: 'done', action: 'next', label: ticket(12, {}).label },
    { kind: 'refused', said },
    { kind: 'not-done', why: 'lost' },
    { kind: 'beside-us', label: 'A012' },
    { kind: 'failed' },
    { kind: 'no-answer' },
  ];
  expect(notices.map((notice) => noticeSentence(notice, deskWording.zh, ({ zh }) => zh))).toMatchInlineSnapshot(`
    [
      "已呼叫 A012",
      "已被李医生叫到 3 诊室。",
      "与系统的连接断了，没有执行。连上后请再按。",
      "同诊台的另一台电脑呼叫了 A012",
      "系统没有执行，请再按一次；还不行请找工作人员。",
      "没有连上系统，不知道是否已执行。恢复后请先看“正在就诊”，再决定要不要再按。",
    ]
  `);
  for (const notice of notices)
    expect(noticeSentence(notice, deskWording.en, ({ en }) => en)).not.toMatch(/[\u4e00-\u9fff]/);
  expect(deskWording.zh.takenBy('李', '3 诊室')).toBe('已被李医生叫到 3 诊室');
});

/** Every text of a wording; those that are made from something are made from a sample. */
function texts(of: unknown): readonly string[] {
  if (typeof of === 'string') return [of];
  if (typeof of === 'function') return texts(Reflect.apply(of, undefined, [['A'], ['B'], ['C']]));
  return typeof of === 'object' && of !== null ? Object.values(of).flatMap(texts) : [];
}

test('English says everything without Chinese, but for the language’s own name and what the screens say', () => {
  const { otherLanguage, broadcast, ...rest } = deskWording.en;
  expect([otherLanguage, broadcast.presets.length]).toEqual(['中文', deskWording.zh.broadcast.presets.length]);
  expect(texts(rest).filter((text) => /[\u3000-\u9fff\uff00-\uffef]/.test(text))).toEqual([]);
});

test('Chinese uses the marks of Chinese', () => {
  const { otherLanguage, ...rest } = deskWording.zh;
  expect(otherLanguage).toBe('English');
  expect(texts(rest).filter((text) => /[\u4e00-\u9fff] ?[,;:?!.]|[,;:?!] ?[\u4e00-\u9fff]/.test(text))).toEqual([]);
});
