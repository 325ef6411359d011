import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { securityHeaders } from './headers.ts';
import type { HubState } from './hub-watch.ts';

interface Both {
  readonly zh: string;
  readonly en: string;
}

/** What the page says of the place where it stands. Panel sizes in millimetres. */
export interface AwayPlace {
  readonly hospital: Both;
  readonly terminal: Both & { readonly id: string };
  readonly panel: { readonly widthMm: number; readonly heightMm: number; readonly pixelsPerMm: number };
}

const staffWords = { unreachable: '网络 network', 'not-enrolled': '未登记 not enrolled' } as const;

/**
 * The honest page that is shown while the hub is away, or the one where an installer types this terminal's code; both
 * need nothing but the agent.
 */
export function awayPage(place: AwayPlace): (response: ServerResponse, hub: HubState) => void {
  const { widthMm, heightMm, pixelsPerMm } = place.panel;
  const panel = `:root{--panel-mm:${pixelsPerMm.toFixed(3)}px;--panel-width:${widthMm.toFixed(1)};--panel-height:${heightMm.toFixed(1)}}`;
  const pages = {
    unreachable: standInPage('away', `${panel}\n${part('away.css')}`),
    'not-enrolled': standInPage('enrol', `${panel}\n${part('away.css')}\n${part('enrol.css')}`),
  };
  const words = wordsOf(place);

  return (response, hub) => {
    const why = hub.state === 'away' ? hub.why : 'unreachable';
    const { page, blocks, headers } = pages[why];
    const text = fill(page, blocks, { ...words, why, staff: staffWords[why] });
    response.writeHead(503, { ...headers, 'content-type': 'text/html; charset=utf-8', 'retry-after': '2' });
    response.end(text);
  };
}

function standInPage(name: 'away' | 'enrol', style: string) {
  const blocks = { style, script: part(`${name}.js`) };
  const csp = policy(blocks.style, blocks.script);
  const headers = { ...securityHeaders, 'content-security-policy': csp, 'cache-control': 'no-store' };
  return { page: part(`${name}.html`), blocks, headers };
}

function part(name: string): string {
  return readFileSync(new URL(`away/${name}`, import.meta.url), 'utf8');
}

function wordsOf({ hospital, terminal }: AwayPlace): Record<string, string> {
  return {
    'hospital.zh': escapeHtml(hospital.zh),
    'hospital.en': escapeHtml(hospital.en),
    'terminal.zh': escapeHtml(terminal.zh),
    'terminal.en': escapeHtml(terminal.en),
    'terminal.id': escapeHtml(terminal.id),
  };
}

/** Puts words and the two inline blocks into the page; the blocks as they are, since their hashes are in the policy. */
function fill(
  page: string,
  blocks: { style: string; script: string },
  words: Readonly<Record<string, string>>,
): string {
  return page
    .replace(/\{\{([\w.]+)\}\}/g, (all, name: string) => words[name] ?? all)
    .replace('<style></style>', () => `<style>${blocks.style}</style>`)
    .replace('<script></script>', () => `<script>${blocks.script}</script>`);
}

function policy(style: string, script: string): string {
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    `style-src ${hash(style)}`,
    `script-src ${hash(script)}`,
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
