import { randomUUID } from 'node:crypto';
import { request, type IncomingMessage } from 'node:http';
import { deskReply } from '@lobby/hub/contract';
import { enrolmentCode } from '../../tools/house.js';

/** The cookie of an enrolled screen or desk of this hub. */
export async function enrolledCookie(hub: string, data: string, kind: 'screen' | 'desk', id: string): Promise<string> {
  const code = await enrolmentCode({ hub, data, kind, id });
  const reply = await post(`${hub}/api/enrolment`, { code }, '');
  return cookieOf(reply);
}

/** The cookies of a desk at which somebody has logged in. */
export async function openDesk(
  hub: string,
  data: string,
  who: { readonly deskId: string; readonly workNo: string; readonly password: string },
): Promise<string> {
  const desk = await enrolledCookie(hub, data, 'desk', who.deskId);
  const login = await post(`${hub}/api/desk/login`, { workNo: who.workNo, password: who.password }, desk);
  return `${desk}; ${cookieOf(login)}`;
}

/** The cookie of somebody who has logged in away from a desk. */
export async function staffCookie(
  hub: string,
  who: { readonly workNo: string; readonly password: string },
): Promise<string> {
  return cookieOf(await post(`${hub}/api/staff/login`, who, ''));
}

/** What a key of the desk led to: whom it serves now, or why not. */
export interface Pressed {
  readonly ok: boolean;
  readonly reason?: string;
  readonly label?: string | undefined;
  readonly callId?: string | undefined;
}

/** Presses a key of the desk: the next patient, or a call taken back. Throws when the hub does not understand. */
export async function press(
  hub: string,
  cookies: string,
  wish: { readonly action: 'next' } | { readonly action: 'undo-call'; readonly callId: string },
): Promise<Pressed> {
  const reply = await post(`${hub}/api/desk/actions`, { key: randomUUID(), ...wish }, cookies);
  const said = deskReply.parse(await reply.json());
  if (!said.ok) return { ok: false, reason: said.reason };
  return { ok: true, label: said.view.serving?.label, callId: said.view.serving?.callId };
}

/** Follows a feed until `stop`; `onMessage` gets the name and the data of each event as it arrives. */
export function follow(
  url: string,
  cookie: string,
  onMessage: (name: string, data: string) => void,
): Promise<{ stop: () => void }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { cookie, accept: 'text/event-stream' }, agent: false }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
      readMessages(response, onMessage);
      resolve({ stop: () => asked.destroy() });
    });
    asked.on('error', reject);
    asked.end();
  });
}

function readMessages(response: IncomingMessage, onMessage: (name: string, data: string) => void): void {
  let text = '';
  response.setEncoding('utf8');
  response.on('error', () => undefined);
  response.on('data', (chunk: string) => {
    text += chunk;
    const messages = text.split('\n\n');
    text = messages.pop() ?? '';
    for (const message of messages) {
      const field = (name: string): string => new RegExp(`^${name}: ?(.*)$`, 'm').exec(message)?.[1] ?? '';
      onMessage(field('event'), field('data'));
    }
  });
}

function post(url: string, body: unknown, cookie: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', origin: new URL(url).origin, cookie };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
}

function cookieOf(reply: Response): string {
  return reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ');
}
