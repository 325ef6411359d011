import { terminalPlace } from '#lib/terminal-place.server.ts';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The page of one terminal; only that terminal's agent may ask for it. */
export const load: PageServerLoad = ({ locals }) => {
  const { hub, terminalId } = locals;
  if (terminalId === undefined) {
    error(403, '这个页面只给自助机用，请从自助机打开 · This page is for a terminal; open it on one');
  }
  const place = terminalPlace(hub.site, terminalId);
  if (place === undefined) {
    error(403, `配置里没有自助机 ${terminalId} · The configuration has no terminal ${terminalId}`);
  }
  return { place, hubNow: hub.clock.now(), hasMap: hub.guide.offeredVersion !== null };
};
