import type { DeviceKind, StaffPerson } from '@lobby/hub/contract';
import type { Hub } from '@lobby/hub/hub.ts';
import type { Cookies } from '@sveltejs/kit';
import { bearerOf } from './same-origin.ts';

/** Cookies that an enrolled browser keeps: one as a screen, one as a desk. A terminal's credential is its agent's. */
export const enrolmentCookies = { screen: 'lobby_screen', desk: 'lobby_desk' } as const;
/** Cookie of the person at a desk. */
export const loginCookie = 'lobby_login';
/** Cookie of a staff member away from a desk. */
export const staffCookie = 'lobby_staff';

/** Browsers keep no cookie for longer. Seconds. */
const longest = 400 * 24 * 3600;

export interface AskingDevices {
  readonly terminalId: string | undefined;
  readonly screenId: string | undefined;
  readonly deskId: string | undefined;
  readonly staff: StaffPerson | undefined;
}

/** Which devices and which staff member a request comes from, by the credentials it carries. */
export async function identifyDevices(hub: Hub, request: Request, cookies: Cookies): Promise<AskingDevices> {
  const of = async (kind: DeviceKind, credential: string | undefined): Promise<string | undefined> => {
    if (credential === undefined || credential === '') return undefined;
    const known = await hub.fleet.identify(credential);
    return known?.kind === kind ? known.deviceId : undefined;
  };
  return {
    terminalId: await of('terminal', bearerOf(request.headers)),
    screenId: await of('screen', cookies.get(enrolmentCookies.screen)),
    deskId: await of('desk', cookies.get(enrolmentCookies.desk)),
    staff: await hub.staff.who(cookies.get(staffCookie)),
  };
}

/** Makes this browser the screen or desk of a credential. */
export function keepEnrolment(cookies: Cookies, url: URL, kind: 'screen' | 'desk', credential: string): void {
  cookies.set(enrolmentCookies[kind], credential, { ...guarded(url), maxAge: longest });
}

/** Keeps a login until the browser is closed; the hub ends it earlier. */
export function keepLogin(cookies: Cookies, url: URL, token: string): void {
  cookies.set(loginCookie, token, guarded(url));
}

export function forgetLogin(cookies: Cookies, url: URL): void {
  cookies.delete(loginCookie, guarded(url));
}

/** Keeps a login away from a desk until the browser is closed; the hub ends it earlier. */
export function keepStaffLogin(cookies: Cookies, url: URL, token: string): void {
  cookies.set(staffCookie, token, guarded(url));
}

export function forgetStaffLogin(cookies: Cookies, url: URL): void {
  cookies.delete(staffCookie, guarded(url));
}

function guarded(url: URL) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: url.protocol === 'https:' } as const;
}
