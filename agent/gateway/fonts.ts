import { createReadStream, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { securityHeaders } from './headers.ts';

const fonts = {
  '/agent/font.ttf': '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  '/agent/font-bold.ttf': '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
} as const;

/** Serves a font for pages of the agent itself: many a kiosk image has no Chinese font. False: no such path. */
export function serveFont(path: string, response: ServerResponse): boolean {
  if (!isFontPath(path)) return false;
  const file = createRequire(import.meta.url).resolve(fonts[path]);
  response.writeHead(200, {
    ...securityHeaders,
    'content-type': 'font/ttf',
    'content-length': statSync(file).size,
    'cache-control': 'public, max-age=604800',
  });
  pipeline(createReadStream(file), response, () => undefined);
  return true;
}

function isFontPath(path: string): path is keyof typeof fonts {
  return Object.hasOwn(fonts, path);
}
