import { timingSafeEqual, createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a credential is the operator's, who may read the file `hub/admin-token` of the data folder. */
export function isOperator(dataFolder: string, credential: string | undefined): boolean {
  if (credential === undefined) return false;
  const expected = readToken(dataFolder);
  return expected !== undefined && timingSafeEqual(digest(expected), digest(credential));
}

function readToken(dataFolder: string): string | undefined {
  try {
    const token = readFileSync(join(dataFolder, 'hub', 'admin-token'), 'utf8').trim();
    return token.length >= 16 ? token : undefined;
  } catch {
    return undefined;
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
