import type { GuideAsker } from '@lobby/hub/hub.ts';

export type AskerResult =
  { readonly ok: true; readonly asker: GuideAsker } | { readonly ok: false; readonly reason: 'not-logged-in' };

/** Who asks for a way: a terminal, a screen, a desk, or staff. Others have a signed link for each way. */
export function guideAsker({
  terminalId,
  screenId,
  deskId,
  staff,
}: Pick<App.Locals, 'terminalId' | 'screenId' | 'deskId' | 'staff'>): AskerResult {
  const isKnown = [terminalId, screenId, deskId, staff].some((who) => who !== undefined);
  return isKnown ? { ok: true, asker: { terminalId, screenId } } : { ok: false, reason: 'not-logged-in' };
}
