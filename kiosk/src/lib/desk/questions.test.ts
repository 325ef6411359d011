import type { DeskView } from '@lobby/hub/contract';
import { describe, expect, test } from 'vitest';
import type { Asking } from './asking.ts';
import { desk, triage } from './invented-view.ts';
import { questionOf } from './questions.ts';
import { deskWording } from './wording/desk-wording.ts';

const wording = deskWording.zh;

function asked(asking: Asking, view: DeskView = triage({})) {
  const question = questionOf(asking, { view, wording, text: ({ zh }) => zh });
  if (question === undefined) throw new Error('no question');
  return question;
}

const labels = (asking: Asking, view?: DeskView): string[] => asked(asking, view).choices.map(({ label }) => label);

describe('what a page asks', () => {
  test('before one is called who is not the next: it names who is', () => {
    const question = asked({ about: 'call', ticketId: 't18' }, desk({}));
    expect([question.title, question.sentence]).toEqual(['呼叫 A018 何*芳？', '不是下一位，下一位是 A015。']);
    expect(question.choices[0]?.step).toMatchObject({ wish: { action: 'call', ticketId: 't18', confirmed: true } });
  });

  test('about reports: the digit is the answer', () => {
    const { choices } = asked({ about: 'tests', ticketId: 't12' }, desk({}));
    expect(choices.find(({ key }) => key === '3')?.step).toMatchObject({ wish: { action: 'to-tests', reports: 3 } });
    expect(choices.find(({ key }) => key === '0')?.step).toMatchObject({ wish: { reports: 0 } });
  });

  test('about a transfer: the room only where there are several', () => {
    const [many, one] = asked({ about: 'transfer', ticketId: 't12' }, desk({})).choices;
    expect(many?.step).toMatchObject({ kind: 'ask', asking: { about: 'transfer-desk', queueId: 'cardiology' } });
    expect(one?.step).toMatchObject({ kind: 'do', wish: { action: 'transfer', to: { queueId: 'respiratory' } } });
    const rooms = { about: 'transfer-desk', ticketId: 't12', queueId: 'cardiology' } as const;
    expect(labels(rooms, desk({}))).toEqual(['哪个诊室都行', '1 诊室', '2 诊室', '3 诊室']);
  });

  test('about the class: those of the ticket’s own queue, and none', () => {
    expect(labels({ about: 'class', ticketId: 't16' })).toEqual(['80 岁以上', '军人', '孕妇', '普通，没有优先']);
  });

  test('about a desk that has stopped: whether it opens again', () => {
    const { choices } = asked({ about: 'stop' });
    const steps = choices.map(({ step }) => (step.kind === 'ask' ? step.asking.about : step.kind));
    expect(steps).toEqual(['stop-reason', 'stop-reason', 'stop-reason', 'reopen', 'stop-reason']);
  });

  test('about a number by hand: no queue that is kept elsewhere', () => {
    expect(labels({ about: 'add' })).toEqual(['心血管内科', '心电图']);
    expect(labels({ about: 'add-class', queueId: 'ecg' }).at(-1)).toBe('急症，排最前');
  });

  test('about one ticket: only what fits it and is allowed here', () => {
    expect(labels({ about: 'ticket', ticketId: 't18' }, desk({}))).toEqual(['呼叫', '挂起', '转诊']);
    expect(labels({ about: 'ticket', ticketId: 't3' })).toContain('回来排队');
    expect(labels({ about: 'ticket', ticketId: 't10' })).toContain('取消挂起');
  });

  test('nothing more about somebody who has gone', () => {
    const asking = { about: 'drop', ticketId: 't99' } as const;
    const gone = questionOf({ ...asking, about: 'ticket' }, { view: desk({}), wording, text: ({ zh }) => zh });
    expect(gone).toBeUndefined();
  });
});

test('a question never has two answers under one key', () => {
  const about: Asking[] = [
    ...(['tests', 'emergency', 'transfer', 'class', 'assign', 'call-in', 'ticket'] as const).map(
      (kind) => ({ about: kind, ticketId: 't16' }) as const,
    ),
    { about: 'pause' },
    { about: 'stop' },
    { about: 'add' },
  ];
  for (const asking of about) {
    const keys = asked(asking).choices.flatMap(({ key }) => (key === '' ? [] : [key]));
    expect(new Set(keys).size, asking.about).toBe(keys.length);
  }
});
