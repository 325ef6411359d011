import type { Hub } from '@lobby/hub/hub.ts';
import { isPlainId } from './plain-id.ts';
import { bearerOf } from './same-origin.ts';

/** Work number of the person whose own software asks at a desk; undefined for anybody else. */
export async function deskSpeaker(hub: Hub, request: Request, deskId: string): Promise<string | undefined> {
  return isPlainId(deskId) ? hub.deskApi.who(deskId, bearerOf(request.headers)) : undefined;
}
