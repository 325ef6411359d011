import { describe, expect, it } from 'vitest';
import { destinationOf } from './forward-list.ts';

describe('what a page may ask of the hub', () => {
  it.each([
    ['GET', '/terminal', 'page'],
    ['GET', '/terminal/__data.json', 'page'],
    ['GET', '/_app/immutable/entry/start.BxY-1.js', 'asset'],
    ['GET', '/fonts/noto-sans-sc-1.woff2', 'asset'],
    ['GET', '/favicon.svg', 'asset'],
    ['GET', '/api/terminal/speech/zh/visit.welcome.title', 'asset'],
    ['GET', '/api/terminal/speech/en/check-in.ticket.ahead~4', 'asset'],
    ['GET', '/api/terminal/way-sound', 'asset'],
    ['GET', '/api/guide', 'guide'],
    ['GET', '/api/guide/plan/0199a1b2-7', 'guide'],
    ['GET', '/api/guide/mesh/0199a1b2-7/5', 'guide'],
    ['POST', '/api/guide/search', 'guide'],
    ['POST', '/api/guide/way', 'guide'],
    ['GET', '/api/visits/0199-a/agenda', 'visit'],
    ['POST', '/api/visits/0199-a/patient', 'visit'],
    ['POST', '/api/visits/0199-a/check-in', 'visit'],
  ])('%s %s is handed on', (method, path, kind) => {
    expect(destinationOf(method, path)?.kind).toBe(kind);
  });

  it.each([
    ['POST', '/api/terminal/visits'],
    ['POST', '/api/terminal/state'],
    ['POST', '/api/terminal/speech/zh/visit.welcome.title'],
    ['GET', '/api/terminal/speech/zh/%E5%BC%A0'],
    ['GET', '/api/terminal/speech/de/visit.welcome.title'],
    ['POST', '/api/terminal/visits/0199-a/end'],
    ['POST', '/api/terminal/way-slips'],
    ['POST', '/api/guide'],
    ['GET', '/api/guide/way'],
    ['POST', '/api/guide/plan/0199a1b2-7'],
    ['GET', '/api/guide/plan/a/b'],
    ['GET', '/api/guide/mesh/0199a1b2-7/L5'],
    ['POST', '/api/guide/phone-way'],
    ['GET', '/api/operator/guide'],
    ['POST', '/api/operator/guide/changes'],
    ['POST', '/api/enrolment'],
    ['GET', '/api/visits/0199-a/slips/1'],
    ['POST', '/api/visits/0199-a/agenda'],
    ['GET', '/api/visits/0199-a/check-in'],
    ['DELETE', '/terminal'],
    ['POST', '/terminal'],
    ['GET', '/terminals'],
    ['GET', '/desk'],
    ['GET', '/display'],
    ['GET', '/gallery'],
    ['GET', '/api/desk/feed'],
    ['GET', '/_app/../api/desk/feed'],
    ['GET', '/_app/%2e%2e/api/desk/feed'],
    ['GET', '/terminal//api/desk/feed'],
    ['GET', '/api/visits/a%2Fb/agenda'],
    ['GET', '/src/app.ts'],
    ['GET', '/@vite/client'],
    ['GET', 'http://elsewhere.example/terminal'],
  ])('%s %s does not leave the terminal', (method, path) => {
    expect(destinationOf(method, path)).toBeUndefined();
  });

  it('lets sources pass only while somebody works on the pages', () => {
    expect(destinationOf('GET', '/@vite/client', true)?.kind).toBe('asset');
  });
});
