import type { Hub } from '@lobby/hub/hub.ts';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { keepEnrolment } from './devices.ts';

/**
 * Only in the demo, only for a browser on this machine: makes it the screen or desk that it asks for by `?as=ID`, or by
 * its host name (screen1.localhost is the first screen, desk2.localhost the second desk). Returns the id of the device
 * that this browser now is; undefined when it has to be enrolled by a code. Redirects away from `?as=`.
 */
export async function enrolInDemo(event: RequestEvent, kind: 'screen' | 'desk'): Promise<string | undefined> {
  const already = event.locals[`${kind}Id`];
  const { hub } = event.locals;
  if (!enrolsItself(event)) return already;
  const asked = event.url.searchParams.get('as');
  const wanted = asked ?? already ?? deviceOfHost(hub, kind, event.url.hostname);
  if (wanted === undefined || !devices(hub, kind).includes(wanted)) return already;
  if (wanted !== already) await enrolBrowser(event, kind, wanted);
  if (asked !== null) redirect(303, event.url.pathname);
  return wanted;
}

/** Whether this browser may be a screen or desk of the demo without a code. */
export function enrolsItself(event: RequestEvent): boolean {
  return event.locals.hub.site.demo?.enrolsItself === true && isOnThisMachine(event);
}

async function enrolBrowser(event: RequestEvent, kind: 'screen' | 'desk', deviceId: string): Promise<void> {
  const { fleet } = event.locals.hub;
  const enrolled = await fleet.enrol(await fleet.issueCode(kind, deviceId));
  if (!enrolled.ok) throw new Error(`a code issued just now was refused: ${enrolled.reason}`);
  keepEnrolment(event.cookies, event.url, kind, enrolled.credential);
  event.locals[`${kind}Id`] = deviceId;
}

/** The name in the address counts too: a page elsewhere may have made its own name point to this machine. */
function isOnThisMachine(event: RequestEvent): boolean {
  const loopback = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(event.getClientAddress());
  const host = /^(127\.0\.0\.1|\[::1\]|([a-z0-9-]+\.)?localhost)$/.test(event.url.hostname);
  return loopback && host && !event.request.headers.has('x-forwarded-for');
}

function deviceOfHost(hub: Hub, kind: 'screen' | 'desk', hostname: string): string | undefined {
  const number = new RegExp(`^${kind}([1-9]\\d?)\\.localhost$`).exec(hostname)?.[1];
  return number === undefined ? undefined : devices(hub, kind)[Number(number) - 1];
}

function devices(hub: Hub, kind: 'screen' | 'desk'): readonly string[] {
  return hub.site[`${kind}s`].map((device) => device.id);
}
