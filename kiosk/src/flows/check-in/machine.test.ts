import type { AgentEvent, CheckInReply, PrintTicketReply } from '@lobby/hub/contract';
import { describe, expect, it } from 'vitest';
import { createActor, fromPromise, SimulatedClock } from 'xstate';
import { delayIn, delays } from '../delays.ts';
import { sampleStep, sampleTicket } from '../sample-visit.ts';
import type { CheckInIntent, PrintIntent } from './facts.ts';
import { checkInMachine } from './machine.ts';
import { noGlance } from '../way/sample-way.ts';
import { checkInView } from './view.ts';

const done: CheckInReply = { ok: true, already: false, ticket: sampleTicket };
const refused = (reason: Extract<CheckInReply, { ok: false }>['reason']): CheckInReply => ({
  ok: false,
  reason,
  opensAt: null,
});

/** A check-in at a hospital that answers as told, on a clock that stands still until it is moved. */
function beginCheckIn(options: {
  answers: (CheckInReply | Error | 'never')[];
  step?: typeof sampleStep;
  print?: PrintTicketReply;
  stepFree?: boolean;
}) {
  const clock = new SimulatedClock();
  const asked: CheckInIntent[] = [];
  const printed: PrintIntent[] = [];
  const printReply: PrintTicketReply = options.print ?? { ok: true, jobId: 'job-1' };
  let keys = 0;
  const machine = checkInMachine.provide({
    actors: {
      checkIn: fromPromise<CheckInReply, CheckInIntent>(({ input }) => {
        const answer = options.answers[asked.length] ?? 'never';
        asked.push(input);
        if (answer === 'never') return new Promise(() => undefined);
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      }),
      print: fromPromise<PrintTicketReply, PrintIntent>(({ input }) => {
        printed.push(input);
        return Promise.resolve(printReply);
      }),
    },
  });
  const newKey = (): string => `key-${(keys += 1)}`;
  const actor = createActor(machine, {
    clock,
    input: {
      visitId: 'v-1',
      step: options.step ?? sampleStep,
      language: 'zh',
      mode: 'standard',
      stepFree: options.stepFree ?? false,
      helpComing: false,
      newKey,
    },
  });
  actor.start();
  return {
    actor,
    clock,
    asked,
    printed,
    screen: () => checkInView(actor.getSnapshot(), { cardPresent: false, glance: noGlance })?.screen,
    settle: () => new Promise((resolve) => setImmediate(resolve)),
  };
}

const paper = (
  news: Partial<Extract<AgentEvent, { type: 'print.changed' }>>,
): AgentEvent & { type: 'print.changed' } => ({
  type: 'print.changed',
  jobId: 'job-1',
  ticketId: 't-1',
  state: 'printed',
  problem: null,
  ...news,
});

describe('checking in', () => {
  it('goes from the tap to the ticket on paper, and ends by itself', async () => {
    const { actor, clock, screen, settle } = beginCheckIn({ answers: [done] });
    expect(screen()).toBe('checking-in');
    await settle();
    expect(screen()).toBe('printing');
    actor.send(paper({ state: 'printing' }));
    expect(screen()).toBe('printing');
    actor.send(paper({}));
    expect(screen()).toBe('ticket-printed');
    clock.increment(delays.finishCountdown);
    expect(actor.getSnapshot().output).toEqual({ outcome: 'finished' });
  });

  it('leaves more time in elder mode, counted from when it was chosen', async () => {
    const { actor, clock, screen, settle } = beginCheckIn({ answers: [done] });
    await settle();
    actor.send(paper({}));
    clock.increment(delays.finishCountdown - 1);
    actor.send({ type: 'patient.choseMode', mode: 'elder' });
    clock.increment(delayIn('elder', 'finishCountdown') - 1);
    expect(screen()).toBe('ticket-printed');
    clock.increment(1);
    expect(actor.getSnapshot().output).toEqual({ outcome: 'finished' });
  });

  it('tells the patient that the hospital is slow, and stays alive', () => {
    const { actor, clock } = beginCheckIn({ answers: ['never'] });
    expect(checkInView(actor.getSnapshot(), { cardPresent: false, glance: noGlance })).toMatchObject({
      screen: 'checking-in',
      slow: false,
    });
    clock.increment(delays.slow);
    expect(checkInView(actor.getSnapshot(), { cardPresent: false, glance: noGlance })).toMatchObject({
      screen: 'checking-in',
      slow: true,
    });
  });

  it('asks once however often the patient taps', () => {
    const { actor, asked } = beginCheckIn({ answers: ['never'] });
    actor.send({ type: 'patient.retried' });
    actor.send({ type: 'patient.retried' });
    expect(asked).toHaveLength(1);
  });

  it('asks again with the same key when nobody knows whether it happened', async () => {
    const { actor, asked, screen, settle } = beginCheckIn({ answers: [new Error('cut'), done] });
    await settle();
    expect(screen()).toBe('uncertain');
    actor.send({ type: 'patient.retried' });
    await settle();
    expect(screen()).toBe('printing');
    expect(asked.map((intent) => intent.key)).toEqual(['key-1', 'key-1']);
  });

  it.each([
    ['has not happened while the hub was never reached', [refused('hospital-unavailable')], 'hospital-unavailable'],
    [
      'stays unknown when the hub is gone at the next try',
      [new Error('cut'), refused('hospital-unavailable')],
      'outcome-unknown',
    ],
  ] as const)('%s', async (_what, answers, reason) => {
    const { actor, settle } = beginCheckIn({ answers: [...answers] });
    await settle();
    for (let retry = 1; retry < answers.length; retry += 1) {
      actor.send({ type: 'patient.retried' });
      await settle();
    }
    expect(checkInView(actor.getSnapshot(), { cardPresent: false, glance: noGlance })).toEqual({
      screen: 'uncertain',
      reason,
    });
  });

  it('does not wait for ever', () => {
    const { actor, clock } = beginCheckIn({ answers: ['never'] });
    clock.increment(delays.checkInTimeout);
    expect(checkInView(actor.getSnapshot(), { cardPresent: false, glance: noGlance })).toEqual({
      screen: 'uncertain',
      reason: 'outcome-unknown',
    });
    clock.increment(delays.rememberCountdown);
    expect(actor.getSnapshot().status).toBe('done');
  });

  it.each([
    ['too-early', 'too-early'],
    ['too-late', 'too-late'],
    ['no-such-appointment', 'refused'],
    ['not-here', 'refused'],
    ['refused-by-hospital', 'refused'],
    ['hospital-unavailable', 'uncertain'],
    ['outcome-unknown', 'uncertain'],
  ] as const)('has a screen for the refusal "%s"', async (reason, screenName) => {
    const { screen, settle } = beginCheckIn({ answers: [refused(reason)] });
    await settle();
    expect(screen()).toBe(screenName);
  });

  it('is over when the visit is', async () => {
    const { actor, settle } = beginCheckIn({ answers: [refused('visit-ended')] });
    await settle();
    expect(actor.getSnapshot().output).toEqual({ outcome: 'visit-ended' });
  });
});

describe('the paper of a check-in', () => {
  it.each([
    ['paper is out', paper({ state: 'refused', problem: 'paper-out' }), 'paper-out'],
    ['the cover is open', paper({ state: 'queued', problem: 'cover-open' }), 'cover-open'],
    ['the printer never said', paper({ state: 'unknown', problem: 'silent' }), 'unsure'],
    ['it was refused without a word', paper({ state: 'refused' }), 'fault'],
  ])('leaves the number on the screen when %s', async (_, news, trouble) => {
    const { actor, settle } = beginCheckIn({ answers: [done] });
    await settle();
    actor.send(news);
    expect(checkInView(actor.getSnapshot(), { cardPresent: false, glance: noGlance })).toMatchObject({
      screen: 'ticket-on-screen',
      trouble,
      ticket: { label: 'A012' },
    });
  });

  it.each([
    ['there is no printer', 'no-printer', 'offline'],
    ['the disk cannot keep the job', 'not-taken', 'fault'],
    ['the hub is away', 'hub-away', 'unsure'],
  ] as const)('leaves the number on the screen when %s', async (_, reason, trouble) => {
    const { actor, settle } = beginCheckIn({ answers: [done], print: { ok: false, reason } });
    await settle();
    await settle();
    expect(checkInView(actor.getSnapshot(), { cardPresent: false, glance: noGlance })).toMatchObject({
      screen: 'ticket-on-screen',
      trouble,
    });
  });

  it('leaves the number on the screen when the printer stays silent', async () => {
    const { actor, clock, settle } = beginCheckIn({ answers: [done] });
    await settle();
    clock.increment(delays.printTimeout);
    expect(checkInView(actor.getSnapshot(), { cardPresent: false, glance: noGlance })).toMatchObject({
      screen: 'ticket-on-screen',
      trouble: 'unsure',
    });
  });

  it('is done after all when it comes late', async () => {
    const { actor, screen, settle } = beginCheckIn({ answers: [done] });
    await settle();
    actor.send(paper({ state: 'queued', problem: 'paper-out' }));
    actor.send(paper({}));
    expect(screen()).toBe('ticket-printed');
  });

  it('of somebody else says nothing about this one', async () => {
    const { actor, screen, settle } = beginCheckIn({ answers: [done] });
    await settle();
    actor.send(paper({ ticketId: 't-9', jobId: 'job-9' }));
    expect(screen()).toBe('printing');
  });

  it('is asked for anew with a new key and in the language of now', async () => {
    const { actor, printed, settle } = beginCheckIn({ answers: [done] });
    await settle();
    actor.send(paper({ state: 'refused', problem: 'paper-out' }));
    actor.send({ type: 'patient.choseLanguage', language: 'en' });
    actor.send({ type: 'patient.askedForPaper' });
    expect(printed.map(({ key, language }) => [key, language])).toEqual([
      ['key-2', 'zh'],
      ['key-3', 'en'],
    ]);
  });

  it('has the way of whoever walks without stairs, and of old legs in elder mode', async () => {
    const stepFree = beginCheckIn({ answers: [done], stepFree: true });
    await stepFree.settle();
    const elder = beginCheckIn({ answers: [done] });
    elder.actor.send({ type: 'patient.choseMode', mode: 'elder' });
    await elder.settle();
    expect([stepFree.printed[0]?.profile, elder.printed[0]?.profile]).toEqual(['step-free', 'elder']);
  });

  it.each(['missed', 'at-tests'] as const)(
    'of a ticket that is %s comes after its patient has checked in again',
    async (state) => {
      const step = { ...sampleStep, ticket: { ...sampleTicket, state } };
      const { asked, printed, screen, settle } = beginCheckIn({ answers: [done], step });
      expect(screen()).toBe('checking-in');
      await settle();
      expect(asked).toHaveLength(1);
      expect(printed).toHaveLength(1);
    },
  );

  it('of a ticket that exists already comes without a second check-in', async () => {
    const step = { ...sampleStep, state: 'checked-in' as const, ticket: sampleTicket };
    const { actor, asked, printed, settle } = beginCheckIn({ answers: [], step });
    await settle();
    actor.send(paper({}));
    expect(asked).toEqual([]);
    expect(printed).toHaveLength(1);
    expect(checkInView(actor.getSnapshot(), { cardPresent: false, glance: noGlance })).toMatchObject({
      screen: 'ticket-printed',
      reprint: true,
    });
  });
});
