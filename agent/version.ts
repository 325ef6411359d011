import { readFileSync } from 'node:fs';
import { z } from 'zod';

const manifest = z.object({ version: z.string() });

/** The version of the agent, as the hub's operators see it. */
export const agentVersion = manifest.parse(
  JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')),
).version;
