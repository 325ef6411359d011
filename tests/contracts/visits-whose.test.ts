import { describe, expect, test } from 'vitest';
import type { Site } from '@lobby/config';
import type { OpenVisit, PresentedCredential, VisitProof } from '@lobby/hub/contract';
import type { OpenHub } from '@lobby/hub/open.ts';
import { demoCard } from '../support/demo-card.ts';
import { demoSite, newKey, openTestHub, testDatabases, testPlace } from '../support/test-hub.ts';

const code = (kind: PresentedCredential['kind'], number: string): PresentedCredential => ({ kind, number, name: null });
const typed = (number: string): PresentedCredential => code('typed-number', number);
const birth = (birthDate: string): VisitProof => ({ by: 'birth-date', birthDate });
const phone = (digits: string): VisitProof => ({ by: 'phone-end', digits });

function open(hub: OpenHub, credential: PresentedCredential, proof?: VisitProof, terminalId = 'K01') {
  const request: OpenVisit = { key: newKey(), credential, ...(proof !== undefined && { proof }) };
  return hub.visits.open(terminalId, request);
}

function siteWith(rules: Partial<Site['identification']>): Site {
  const site = demoSite();
  return { ...site, identification: { ...site.identification, ...rules } };
}

describe.each(testDatabases)('whose visit it is, on %s', (kind) => {
  const hubWith = async (rules: Partial<Site['identification']> = {}) =>
    openTestHub(await testPlace(kind), { site: siteWith(rules) });

  test.each([
    [code('hospital-card', '0000100231'), '张*明'],
    [code('insurance-code', '3306001234567890123456789012'), '李*'],
    [code('health-code', 'E33060020197911110001'), '周*𠅤'],
    [code('other-code', '0000100232'), '王*英'],
    [{ kind: 'passport', number: '13AB45678', name: 'MARTIN CLAIRE' } as const, '马*莱'],
  ])('a credential of its kind opens its file: %o', async (credential, maskedName) => {
    const { hub } = await hubWith();
    expect(await open(hub, credential)).toMatchObject({ ok: true, maskedName, choices: [] });
  });

  test('a code that nobody has opens nothing, and the passport of another name says so', async () => {
    const { hub } = await hubWith();
    expect(await open(hub, code('other-code', 'https://example.org/menu'))).toMatchObject({
      reason: 'patient-unknown',
    });
    const passport = { kind: 'passport', number: '13AB45678', name: 'DUPONT JEAN' } as const;
    expect(await open(hub, passport)).toMatchObject({ reason: 'name-differs' });
  });

  test('what a site does not accept opens nothing', async () => {
    const { hub } = await hubWith({ accepts: ['resident-id'] });
    expect(await open(hub, code('hospital-card', '0000100231'))).toMatchObject({ reason: 'not-accepted' });
    expect(await open(hub, demoCard('zhang-jianming'))).toMatchObject({ ok: true });
  });

  test('one value in the files of two people is a matter for staff; neither file is opened', async () => {
    const { hub, tables } = await hubWith();
    expect(await open(hub, code('hospital-card', '0000200500'))).toEqual({ ok: false, reason: 'ask-staff' });
    expect(await tables.selectFrom('visit').selectAll().execute()).toEqual([]);
  });

  test('a second factor tells two people with one number apart', async () => {
    const { hub } = await hubWith();
    expect(await open(hub, typed('0000200500'), birth('1972-02-17'))).toMatchObject({ ok: true, maskedName: '单*' });
    expect(await open(hub, typed('0000200500'), birth('1957-06-30'))).toMatchObject({
      ok: true,
      maskedName: '钱*兰',
    });
  });

  test('a typed number opens nothing by itself', async () => {
    const { hub } = await hubWith();
    expect(await open(hub, typed('0000100231'))).toMatchObject({ reason: 'second-factor-needed' });
    expect(await open(hub, typed('0000100231'), birth('1954-03-18'))).toMatchObject({ ok: true, maskedName: '张*明' });
    expect(await open(hub, typed('330602195403182174'), phone('3174'))).toMatchObject({ ok: true });
  });

  test('the birth date is no second factor of a number that holds it', async () => {
    const { hub } = await hubWith();
    expect(await open(hub, typed('330602195403182174'), birth('1954-03-18'))).toMatchObject({
      reason: 'second-factor-needed',
    });
    expect(await open(hub, typed('33060419680902048x'), phone('0488'))).toMatchObject({ ok: true });
  });

  test('a number is the same however it was typed, and guesses at it are counted together', async () => {
    const { hub } = await hubWith();
    for (const number of ['330604 19680902 048x', '３３０６０４１９６８０９０２０４８ｘ', ' 33060419680902048X ']) {
      expect(await open(hub, typed(number), phone('0000'))).toMatchObject({ reason: 'not-matched' });
      expect(await open(hub, typed(number), birth('1968-09-02'))).toMatchObject({ reason: 'second-factor-needed' });
    }
    expect(await open(hub, typed('33060419680902048X'), phone('0488'), 'K02')).toMatchObject({
      reason: 'too-many-tries',
    });
    expect(await open(hub, typed('😀'), phone('0488'))).toMatchObject({ reason: 'not-matched' });
  });

  test('two terminals may have the visit of one patient, each of its own', async () => {
    const { hub } = await hubWith();
    const [one, two] = await Promise.all(
      ['K01', 'K02'].map((terminalId) => open(hub, typed('0000100231'), birth('1954-03-18'), terminalId)),
    );
    if (!one?.ok || !two?.ok) throw new Error('a visit did not open');
    expect(one.visitId).not.toBe(two.visitId);
    const other = { terminalId: 'K02', visitId: one.visitId, secret: one.secret };
    expect(await hub.visits.agenda(other)).toMatchObject({ reason: 'visit-ended' });
    for (const { visitId, secret, terminalId } of [
      { ...one, terminalId: 'K01' },
      { ...two, terminalId: 'K02' },
    ])
      expect(await hub.visits.agenda({ terminalId, visitId, secret })).toMatchObject({ ok: true });
  });

  test('a site may ask for a second factor with its cards as well, and say which', async () => {
    const { hub } = await hubWith({ askSecondFactor: ['hospital-card'], secondFactors: ['phone-end'] });
    const card = code('hospital-card', '0000100231');
    expect(await open(hub, card)).toMatchObject({ reason: 'second-factor-needed' });
    expect(await open(hub, card, birth('1954-03-18'))).toMatchObject({ reason: 'second-factor-needed' });
    expect(await open(hub, card, phone('3174'))).toMatchObject({ ok: true });
  });

  test('an unknown number and a wrong answer look the same', async () => {
    const { hub } = await hubWith();
    const wrong = await open(hub, typed('0000100231'), birth('1954-03-19'));
    const unknown = await open(hub, typed('9999999999'), birth('1954-03-19'));
    expect(wrong).toEqual({ ok: false, reason: 'not-matched' });
    expect(unknown).toEqual(wrong);
  });

  test('after three wrong answers a number is not taken for a quarter of an hour, at any terminal, known or not', async () => {
    const { hub, clock } = await hubWith();
    for (const number of ['0000100231', '9999999999']) {
      const answers = [];
      for (let tries = 0; tries < 4; tries += 1) answers.push(await open(hub, typed(number), birth('1950-01-01')));
      expect(answers.map((answer) => !answer.ok && answer.reason)).toEqual([
        'not-matched',
        'not-matched',
        'not-matched',
        'too-many-tries',
      ]);
      expect(await open(hub, typed(number), birth('1954-03-18'), 'K02')).toMatchObject({ reason: 'too-many-tries' });
    }
    expect(await open(hub, demoCard('zhang-jianming'))).toMatchObject({ ok: true });
    clock.advance(15 * 60_000 + 1);
    expect(await open(hub, typed('0000100231'), birth('1954-03-18'))).toMatchObject({ ok: true });
  });

  test('a terminal takes ten wrong answers, however many numbers they are for; right ones do not count', async () => {
    const { hub } = await hubWith();
    for (let tries = 0; tries < 12; tries += 1)
      expect(await open(hub, typed('0000100231'), birth('1954-03-18'))).toMatchObject({ ok: true });
    for (let tries = 0; tries < 10; tries += 1)
      expect(await open(hub, typed(`777000${tries}`), birth('1950-01-01'))).toMatchObject({ reason: 'not-matched' });
    expect(await open(hub, typed('0000100231'), birth('1954-03-18'))).toMatchObject({ reason: 'too-many-tries' });
    expect(await open(hub, typed('0000100231'), birth('1954-03-18'), 'K02')).toMatchObject({ ok: true });
  });

  test('a number that is locked locks no terminal for others, however often it is typed there', async () => {
    const { hub } = await hubWith();
    const guess = () => open(hub, typed('0000100232'), birth('1950-01-01'));
    for (let tries = 0; tries < 3; tries += 1) expect(await guess()).toMatchObject({ reason: 'not-matched' });
    for (let tries = 0; tries < 10; tries += 1) expect(await guess()).toMatchObject({ reason: 'too-many-tries' });
    expect(await open(hub, typed('0000100231'), birth('1954-03-18'))).toMatchObject({ ok: true });
  });

  test('many guesses at once are no cheaper than one after the other', async () => {
    const { hub } = await hubWith();
    const years = Array.from({ length: 8 }, (_, index) => birth(`19${50 + index}-01-01`));
    const answers = await Promise.all(years.map((guess) => open(hub, typed('0000100231'), guess)));
    const made = answers.filter((answer) => !answer.ok && answer.reason === 'not-matched');
    expect(made).toHaveLength(3);
  });

  test('tries are not counted while the hospital does not answer', async () => {
    const { hub } = await hubWith();
    const { find } = hub.hospital.patient;
    Object.assign(hub.hospital.patient, { find: () => Promise.reject(new Error('cut off')) });
    for (let tries = 0; tries < 5; tries += 1)
      expect(await open(hub, typed('0000100231'), birth('1954-03-18'))).toMatchObject({
        reason: 'hospital-unavailable',
      });
    Object.assign(hub.hospital.patient, { find });
    expect(await open(hub, typed('0000100231'), birth('1954-03-18'))).toMatchObject({ ok: true });
  });

  test('both lines of a passport are number, name and second factor at once', async () => {
    const { hub } = await hubWith();
    const passport = (name: string, number = '13ab45678') => ({ kind: 'passport', number, name, typed: true }) as const;
    const born = (birthDate: string): VisitProof => ({ by: 'passport-lines', birthDate });
    const right = await open(hub, passport('MARTIN CLAIRE'), born('850714'));
    expect(right).toMatchObject({ ok: true, maskedName: '马*莱' });
    const refused = [
      await open(hub, passport('MARTIN CLAIRE'), born('850715')),
      await open(hub, passport('DUPONT JEAN'), born('850714')),
      await open(hub, passport('MARTIN CLAIRE', '99ZZ99999'), born('850714')),
    ];
    for (const refusal of refused) expect(refusal).toEqual({ ok: false, reason: 'not-matched' });
    expect(await open(hub, passport('MARTIN CLAIRE'))).toMatchObject({ reason: 'second-factor-needed' });
    // Who was typed and not shown brings nobody along and acts for nobody.
    expect(await open(hub, typed('0000100231'), born('540318'))).toMatchObject({ reason: 'second-factor-needed' });
  });

  test('what is stored of tries says no number', async () => {
    const { hub, tables } = await hubWith();
    await open(hub, typed('0000100231'), birth('1954-03-19'));
    const rows = await tables.selectFrom('identification_attempt').selectAll().execute();
    expect(rows.map(({ scope, wrong }) => [scope.replace(/[0-9a-f]{5}$/, '#'), wrong])).toEqual(
      expect.arrayContaining([
        ['terminal:K01', 1],
        ['number:#', 1],
      ]),
    );
    expect(JSON.stringify(rows)).not.toContain('0000100231');
  });
});
