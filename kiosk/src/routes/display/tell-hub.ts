import type { ScreenPicture } from '@lobby/hub/contract';
import type { SoundState } from '@lobby/display/calls/loudspeaker.ts';

/** `refused`: the hub answered and does not want it; `stranger`: it no longer knows this screen; `later`: no answer. */
export type Told = 'told' | 'refused' | 'stranger' | 'later';

const patience = 8_000;

/** Says that a call has been painted. */
export function tellShown(callId: string): Promise<Told> {
  return tell('/api/screen/shown', { callId });
}

/** Says whether this browser may play sound. */
export function tellSound(sound: SoundState): Promise<Told> {
  return tell('/api/screen/sound', { sound });
}

/** Says what has been painted. */
export function tellPicture(picture: ScreenPicture): Promise<Told> {
  return tell('/api/screen/picture', picture);
}

/** Says that the test picture of a self-test has been painted. */
export function tellTestShown(runId: string): Promise<Told> {
  return tell('/api/screen/test-shown', { runId });
}

async function tell(path: string, body: object): Promise<Told> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    });
    return toldBy(answer.status);
  } catch {
    return 'later';
  }
}

/** What a status of the hub means for who told it something. */
export function toldBy(status: number): Told {
  if (status < 300) return 'told';
  if (status === 401) return 'stranger';
  return status === 429 || status >= 500 ? 'later' : 'refused';
}
