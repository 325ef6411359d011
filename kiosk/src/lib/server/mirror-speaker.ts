import type { Hub, MirrorSpeaker } from '@lobby/hub/hub.ts';
import { bearerOf } from './same-origin.ts';

/** Another system that speaks for a queue, by its bearer token. */
export function mirrorSpeaker(hub: Hub, request: Request): Promise<MirrorSpeaker | undefined> {
  return hub.mirror.identify(bearerOf(request.headers));
}
