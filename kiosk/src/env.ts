import { defineEnvVars } from '@sveltejs/kit/env';
import { resolve } from 'node:path';

/** Folders are given relative to the repository in development, where Vite runs inside kiosk/; otherwise absolute. */
const folder = (value: string | undefined, otherwise: string): string => resolve('..', value ?? otherwise);

/** Every environment variable that the web app reads; the server's own are in server/options.ts. */
export const variables = defineEnvVars({
  LOBBY_DATA: {
    description: 'Folder of databases, logs and the operator token',
    schema: (value) => folder(value, 'data'),
  },
  LOBBY_SITE: {
    description: 'Folder of the site',
    schema: (value) => folder(value, 'config/sites/demo'),
  },
  DATABASE_URL: {
    description: 'PostgreSQL address; SQLite in the data folder when it is not set',
    schema: (value) => (value === '' ? undefined : value),
  },
  LOBBY_GALLERY: {
    description: '1 shows /gallery, every screen of a terminal in every state, outside of development too',
    schema: (value) => value === '1',
  },
});
