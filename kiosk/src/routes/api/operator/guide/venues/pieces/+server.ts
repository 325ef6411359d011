import { answer, refuse } from '#lib/server/answer.ts';
import { bytesOf } from '#lib/server/request-bytes.ts';
import { staffAccess } from '#lib/server/staff-access.ts';
import { venuePiece, venuePieceLimit } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** Keeps one piece of an archive that is on its way; sent twice it is kept once. */
export const POST: RequestHandler = async (event) => {
  const access = staffAccess(event);
  if (!access.ok) return refuse(access.reason);
  const { searchParams } = event.url;
  const named = venuePiece.safeParse({
    upload: searchParams.get('upload'),
    number: Number(searchParams.get('number')),
  });
  if (!named.success) return refuse('bad-shape');
  const bytes = await bytesOf(event.request, venuePieceLimit);
  if (bytes === undefined) return refuse('too-large');
  await event.locals.hub.guide.keepPiece({ ...named.data, bytes });
  return answer({ ok: true });
};
