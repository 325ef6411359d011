import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Where Node keeps what it has compiled of our programs: a second start takes half the time. An agent has its own. */
export const compileCache = join(root, 'node_modules', '.cache', 'compiled');
