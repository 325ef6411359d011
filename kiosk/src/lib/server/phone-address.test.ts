import { expect, it } from 'vitest';
import { phoneAddress } from './phone-address.ts';

const demo = { address: undefined, demo: { enrolsItself: true } } as Parameters<typeof phoneAddress>[0];
const asked = (address: string, localPort: number): Parameters<typeof phoneAddress>[1] => ({
  url: new URL(address),
  platform: { req: { socket: { localPort } } },
});

it('a phone is sent to the address of the site, whoever asks', () => {
  const site = { ...demo, address: 'https://lobby.hospital.example' };
  expect(phoneAddress(site, asked('http://127.0.0.1:3001/api/guide/way', 3000))).toBe('https://lobby.hospital.example');
});

it('a phone of the demo is sent to the hub, where a terminal’s agent has passed the question on', () => {
  expect(phoneAddress(demo, asked('http://127.0.0.1:3001/api/guide/way', 3000))).toBe('http://127.0.0.1:3000');
  expect(phoneAddress(demo, asked('http://192.0.2.7:8080/api/guide/way', 3000))).toBe('http://192.0.2.7:8080');
});

it('a hospital that has no address has none for phones', () => {
  expect(phoneAddress({ ...demo, demo: undefined }, asked('http://127.0.0.1:3001/', 3000))).toBeUndefined();
});
