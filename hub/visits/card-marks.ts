import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PresentedCredential, ShownCard } from '../contract/index.ts';

/** What is written down of a card instead of its number. */
export type MarkCard = (credential: Pick<PresentedCredential, 'kind' | 'number'>) => ShownCard;

/** In bytes. */
const keyLength = 32;

/**
 * Marks cards with a key of this hub, which is made at the first start and never leaves its data folder. Throws where the
 * key cannot be read: with another one the marks of former days would mean nothing any more.
 */
export function openCardMarks(dataFolder: string): MarkCard {
  const file = join(dataFolder, 'card-marks.key');
  const key = keyIn(file);
  return ({ kind, number }) => {
    const card = `${kind} ${number.trim().toUpperCase()}`;
    return { kind, mark: createHmac('sha256', key).update(card).digest('hex').slice(0, 32) };
  };
}

function keyIn(file: string): Buffer {
  try {
    // Whoever comes second, with a hub in the same folder, takes the key of the first.
    writeFileSync(file, `${randomBytes(keyLength).toString('hex')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  if (key.length !== keyLength) throw new Error(`${file} does not hold the key of card marks: put it back from a copy`);
  return key;
}
