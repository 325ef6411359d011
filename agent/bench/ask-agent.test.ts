import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { agentHolding, askAgent } from './ask-agent.ts';

const ready = { state: 'ready', fault: null, since: '2026-11-23T01:15:00.000Z' };
const addresses = { reader: 'tcp://127.0.0.1:40201', printer: 'tcp://127.0.0.1:40202' };
const health = { ok: true, terminalId: 'K01', reader: ready, printer: ready, scanner: ready, paper: 'ok', addresses };

async function runningAgent(said: object = health): Promise<number> {
  const server = createServer((_request, response) => response.end(JSON.stringify(said)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

test('a running agent tells where its devices really are, as far as it knows', async () => {
  const port = await runningAgent();
  const told = await askAgent({ port, terminalId: 'K01' });
  expect(told?.map(({ device, address }) => [device, address])).toEqual([
    ['reader', addresses.reader],
    ['scanner', null],
    ['printer', addresses.printer],
  ]);
  expect(await askAgent({ port, terminalId: 'K02' })).toBeUndefined();
});

test('whoever wants to use a reader learns that the agent has it', async () => {
  const port = await runningAgent();
  expect(await agentHolding({ port, device: addresses.reader })).toBe('K01');
  expect(await agentHolding({ port, device: 'tcp://127.0.0.1:9' })).toBeUndefined();
  const older = { ...health, addresses: undefined };
  expect(await agentHolding({ port: await runningAgent(older), device: addresses.reader })).toBeUndefined();
});
