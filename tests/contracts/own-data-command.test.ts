import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { finishLoad, loadPiece } from '@lobby/hub/contract';
import { expect, onTestFinished, test } from 'vitest';
import { hl7Examples } from '../support/own-data.ts';
import { openTestHub, testPlace } from '../support/test-hub.ts';

const token = 'a-token-of-the-operator-0123456789';
const program = fileURLToPath(new URL('../../hub/command-line.ts', import.meta.url));
/** No body that the server takes is larger. Bytes. */
const serverLimit = 64 * 1024;

/** A hub behind the two addresses of a load, and a folder with its token. */
async function loadingHub() {
  const { hub } = await openTestHub(await testPlace('sqlite'));
  const bodies: number[] = [];
  const answer = async (request: IncomingMessage): Promise<unknown> => {
    const body = await text(request);
    bodies.push(Buffer.byteLength(body));
    if (request.headers.authorization !== `Bearer ${token}`) return { ok: false, reason: 'operator-unknown' };
    if (request.url === '/api/operator/loads/pieces') return hub.loads.keep(loadPiece.parse(JSON.parse(body)));
    return hub.loads.finish(finishLoad.parse(JSON.parse(body)));
  };
  const server = createServer((request, response) => {
    void answer(request).then((reply) => response.end(JSON.stringify(reply)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const data = folder();
  mkdirSync(join(data, 'hub'));
  writeFileSync(join(data, 'hub', 'admin-token'), token);
  const where = ['--hub', `http://127.0.0.1:${(server.address() as AddressInfo).port}`, '--data', data];
  return { hub, bodies, where };
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'lobby-load-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

function fileOf(content: string): string {
  const file = join(folder(), 'export.json');
  writeFileSync(file, content);
  return file;
}

async function run(...words: readonly string[]) {
  const child = spawn(process.execPath, [program, 'load', ...words]);
  const [said, complained, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: code as number | null, said, complained };
}

test('an operator loads files into the running hub and reads what became of them', async () => {
  const { hub, where } = await loadingHub();
  const { code, said, complained } = await run(...hl7Examples, '--shift-to-today', ...where);
  expect({ code, complained }).toEqual({ code: 0, complained: '' });
  expect(said).toMatch(/^Taken: 22 Patient, 14 Practitioner, .*2 Appointment\.$/m);
  expect(said).toMatch(/^The busiest day, 2013-12-10, was moved 4731 days forward and is today, 2026-11-23;/m);
  expect(said).toContain('1 × Observation is of a type that a load has no use for: Observation/example');
  expect(said).toMatch(/[A-Z] {3}1 today {2}desk D-loaded-1, screen S-loaded-1 {2}\(Practitioner\/example\)/);
  expect(said).not.toMatch(/Chalmers|Careful/);
  expect(hub.site.desks.some(({ id }) => id === 'D-loaded-1')).toBe(true);
}, 60_000);

test('a long file goes in pieces that the server takes, and is told as JSON', async () => {
  const { bodies, where } = await loadingHub();
  const name = '阿卜杜拉'.repeat(20);
  const patients = Array.from({ length: 1500 }, (_, index) => ({
    resourceType: 'Patient',
    id: `p${index}`,
    identifier: [{ value: `N${index}` }],
    name: [{ text: name }],
  }));
  const { code, said } = await run(fileOf(patients.map((one) => JSON.stringify(one)).join('\n')), '--json', ...where);
  expect(code).toBe(0);
  expect(JSON.parse(said)).toMatchObject({ ok: true, taken: { Patient: 1500 }, left: [], now: { patients: 1500 } });
  expect(bodies.length).toBeGreaterThan(10);
  expect(Math.max(...bodies)).toBeLessThan(serverLimit);
}, 60_000);

test('an operator is told what is wrong: with the files, with the words, with the hub', async () => {
  const nothing = await run(fileOf('{"resourceType":"Observation","id":"o"}'), '--data', folder());
  expect(nothing).toMatchObject({ code: 1, said: '' });
  expect(nothing.complained).toContain('Nothing usable was found.\nLeft: 1.');
  const asJson = await run(fileOf('no json'), '--json');
  expect(asJson.code).toBe(1);
  expect(JSON.parse(asJson.said)).toMatchObject({
    ok: false,
    left: [{ reference: 'export.json', reason: 'unreadable' }],
  });
  expect(await run()).toMatchObject({ code: 2, complained: expect.stringMatching(/^Name at least one file\./) });
  expect(await run('/nowhere.json')).toMatchObject({ code: 2, complained: expect.stringMatching(/cannot be read/) });
  expect(await run(folder())).toMatchObject({ code: 2, complained: expect.stringMatching(/is no file/) });
  const patient = fileOf('{"resourceType":"Patient","id":"p"}');
  expect(await run(patient, '--data', folder())).toMatchObject({
    code: 1,
    complained: expect.stringMatching(/start the hub first/),
  });
}, 60_000);
