import { LOBBY_SITE } from '$app/env/private';
import { refuse } from '#lib/server/answer.ts';
import { pictureFolder } from '@lobby/config';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { RequestHandler } from './$types';

const types: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
};

/** A picture that a playlist of the site names; no other file of its folder. */
export const GET: RequestHandler = async ({ params, locals }) => {
  const { screenId, hub } = locals;
  if (screenId === undefined) return refuse('screen-unknown');
  const isNamed = hub.site.playlists.some(({ entries }) =>
    entries.some((entry) => entry.kind === 'picture' && entry.file === params.file),
  );
  const type = types[extname(params.file)];
  if (!isNamed || type === undefined) return refuse('no-such-picture');
  const picture = await readFile(join(LOBBY_SITE, pictureFolder, params.file)).catch(() => undefined);
  if (picture === undefined) return refuse('no-such-picture');
  // A drawing may hold a script: it is shown as a picture and nothing else.
  const headers = {
    'content-type': type,
    'cache-control': 'private, max-age=3600',
    'content-security-policy': 'sandbox',
  };
  return new Response(new Uint8Array(picture), { headers });
};
