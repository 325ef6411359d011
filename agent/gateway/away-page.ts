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

/** The honest page that is shown while the hub is away; it needs nothing but the agent. */
export function awayPage(place: AwayPlace): (response: ServerResponse, hub: HubState) => void {
  const part = (name: string): string => readFileSync(new URL(`away/${name}`, import.meta.url), 'utf8');
  const { widthMm, heightMm, pixelsPerMm } = place.panel;
  const panel = `:root{--panel-mm:${pixelsPerMm.toFixed(3)}px;--panel-width:${widthMm.toFixed(1)};--panel-height:${heightMm.toFixed(1)}}`;
  const style = `${panel}\n${part('away.css')}`;
  const script = part('away.js');
  const page = part('away.html');
  const headers = { ...securityHeaders, 'content-security-policy': policy(style, script), 'cache-control': 'no-store' };

  return (response, hub) => {
    const why = hub.state === 'away' ? hub.why : 'unreachable';
    const text = fill(page, {
      style,
      script,
      why,
      staff: staffWords[why],
      'hospital.zh': escapeHtml(place.hospital.zh),
      'hospital.en': escapeHtml(place.hospital.en),
      'terminal.zh': escapeHtml(place.terminal.zh),
      'terminal.en': escapeHtml(place.terminal.en),
      'terminal.id': escapeHtml(place.terminal.id),
    });
    response.writeHead(503, { ...headers, 'content-type': 'text/html; charset=utf-8', 'retry-after': '2' });
    response.end(text);
  };
}

/** Blanks inside {{style}} and {{script}} belong to the hashed text, so what stands around them is taken along. */
function fill(page: string, values: Readonly<Record<string, string>>): string {
  return page.replace(/(?<=>)\s*\{\{(style|script)\}\}\s*(?=<)|\{\{([\w.]+)\}\}/g, (all, block, name) => {
    const value = values[String(block ?? name)];
    return value ?? all;
  });
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
