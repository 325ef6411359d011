import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { awayPage, type AwayPlace } from './away-page.ts';

const place: AwayPlace = {
  hospital: { zh: '绍城<b>医院</b>', en: 'Shaocheng "Hospital" & Co' },
  terminal: { id: 'K01', zh: '一楼大厅 1 号机', en: 'Lobby terminal 1' },
  panel: { widthMm: 267.9, heightMm: 476.2, pixelsPerMm: 4.032 },
};

describe('the page that is shown while the hub is away', () => {
  const show = awayPage(place);
  const server = createServer((request, response) =>
    show(response, { state: 'away', why: request.url === '/unknown' ? 'not-enrolled' : 'unreachable' }),
  );
  let address = '';

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const bound = server.address();
    address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
  });
  afterAll(() => void server.close());

  it('lets its own script and style run, and no other', async () => {
    const reply = await fetch(address);
    const page = await reply.text();
    const policy = reply.headers.get('content-security-policy') ?? '';
    for (const tag of ['style', 'script']) {
      const [, inline = ''] = new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(page) ?? [];
      expect(inline.length).toBeGreaterThan(100);
      expect(policy).toContain(`${tag}-src 'sha256-${createHash('sha256').update(inline).digest('base64')}'`);
    }
    expect(policy).toContain("default-src 'none'");
  });

  it('says where it stands, whatever the names hold', async () => {
    const page = await (await fetch(address)).text();
    expect(page).toContain('绍城&#60;b&#62;医院');
    expect(page).toContain('&#34;Hospital&#34; &#38; Co');
    expect(page).toContain('K01');
    expect(page).not.toContain('{{');
  });

  it('tells staff whether the network or the enrolment is missing', async () => {
    expect(await (await fetch(address)).text()).toContain('网络 network');
    expect(await (await fetch(`${address}/unknown`)).text()).toContain('未登记 not enrolled');
  });

  it('loads nothing from anywhere else', async () => {
    const page = await (await fetch(address)).text();
    expect(page.match(/(?:src=|href=|url\()["']([^"')]+)/g) ?? []).toEqual([
      "url('/agent/font.ttf",
      "url('/agent/font-bold.ttf",
    ]);
  });
});
