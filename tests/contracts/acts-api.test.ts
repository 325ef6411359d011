import { readFileSync } from 'node:fs';
import { deskActions } from '@lobby/hub/contract';
import { openApiDocument } from '@lobby/hub/contract/openapi/document.ts';
import { describe, expect, test } from 'vitest';
import { actingSite, refOf } from '../support/acting-desk.ts';
import { fillQueue } from '../support/fill-queue.ts';
import { newKey, openTestHub, testDatabases, testPlace } from '../support/test-hub.ts';

const desk = 'D-card-3';

describe.each(testDatabases)('a doctor’s own software on %s', (kind) => {
  test('calls the next patient to the same screens, while an operator lets it', async () => {
    const opened = await openTestHub(await testPlace(kind), { site: actingSite() });
    const { hub, tables } = opened;
    await fillQueue({ ...opened, kind, site: hub.site }, 'cardiology', 2);
    const wish = { key: newKey(), deskId: desk, workNo: '1001' };
    const issued = await hub.deskApi.issue('9001', wish);
    if (!issued.ok) throw new Error(issued.reason);
    // Nobody answered, and the page asks again.
    expect(await hub.deskApi.issue('9001', wish)).toEqual(issued);
    const workNo = await hub.deskApi.who(desk, issued.credential);
    expect([workNo, await hub.deskApi.who('D-card-1', issued.credential)]).toEqual(['1001', undefined]);
    const key = newKey();
    const first = await hub.deskApi.act(desk, '1001', { key, action: 'next', serving: null });
    const again = await hub.deskApi.act(desk, '1001', { key, action: 'next', serving: null });
    expect([first?.view?.serving?.label, again?.view?.serving?.callId]).toEqual(['A001', first?.view?.serving?.callId]);
    expect((await hub.boards.ofScreen('S-card'))?.calls).toMatchObject([{ label: 'A001', room: { id: 'card-3' } }]);
    const missed = { key: newKey(), action: 'missed', ...refOf(first?.view?.serving) } as const;
    expect(await hub.deskApi.act(desk, '1001', missed)).toMatchObject({
      ok: true,
      view: { missed: [{ label: 'A001' }] },
    });
    expect(JSON.stringify(await tables.selectFrom('api_credential').selectAll().execute())).not.toContain(
      issued.credential,
    );
    expect(await hub.deskApi.list()).toMatchObject([{ deskId: desk, workNo: '1001' }]);
    expect([await hub.deskApi.withdraw(issued.id), await hub.deskApi.withdraw(issued.id)]).toEqual([true, false]);
    expect(await hub.deskApi.who(desk, issued.credential)).toBeUndefined();
  });

  test('is given to nobody who calls nobody, and for no desk that is not there', async () => {
    const { hub } = await openTestHub(await testPlace(kind), { site: actingSite() });
    const issue = (deskId: string, workNo: string) => hub.deskApi.issue('9001', { key: newKey(), deskId, workNo });
    expect(await issue(desk, '7001')).toMatchObject({ reason: 'role-not-allowed' });
    expect(await issue(desk, '4711')).toMatchObject({ reason: 'account-unknown' });
    expect(await issue('D-none', '1001')).toMatchObject({ reason: 'device-unknown' });
  });
});

test('the description of the addresses has every verb, and so has the page for whoever writes such software', () => {
  const document = openApiDocument({ zh: '绍城医院', en: 'Shaocheng Hospital' });
  const text = JSON.stringify(document);
  const page = readFileSync('docs/api.md', 'utf8');
  expect(document).toMatchObject({ openapi: '3.1.0', paths: { '/api/v1/desks/{deskId}/actions': {} } });
  expect(deskActions.filter((action) => !text.includes(`"const":"${action}"`))).toEqual([]);
  expect(deskActions.filter((action) => !page.includes(`\`${action}\``))).toEqual([]);
  const paths = Object.keys(Object(document['paths'])).filter((path) => path.includes('/desks/'));
  expect(paths.filter((path) => !page.includes(path))).toEqual([]);
});
