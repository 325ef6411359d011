import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Where the running hub is, and whose data folder holds its operator token. */
export interface Where {
  readonly hub: string;
  readonly data: string;
}

export type Asked =
  | { readonly ok: true; readonly reply: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly sentence: string };

/** The places named on the command line, else in the environment, else the usual ones. */
export function whereIsHub(values: { readonly hub?: string | undefined; readonly data?: string | undefined }): Where {
  return {
    hub: values.hub ?? process.env['LOBBY_HUB'] ?? 'http://127.0.0.1:3000',
    data: values.data ?? process.env['LOBBY_DATA'] ?? 'data',
  };
}

/** Milliseconds. */
const usualPatience = 10_000;

/** Asks the running hub as its operator, so that it is the hub that writes. `body`: a POST; without it a GET. */
export async function askHub(where: Where, path: string, body?: unknown, patience = usualPatience): Promise<Asked> {
  const file = join(where.data, 'hub', 'admin-token');
  const token = readToken(file);
  if (token === undefined) {
    const sentence = `${file} cannot be read: start the hub first, and run this as somebody who may read its data.`;
    return { ok: false, sentence };
  }
  try {
    const answer = await fetch(new URL(path, where.hub), {
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patience),
    });
    const reply: unknown = await answer.json();
    return { ok: true, reply: typeof reply === 'object' && reply !== null ? { ...reply } : {} };
  } catch {
    return { ok: false, sentence: `No hub answers at ${where.hub}.` };
  }
}

const refusal = z.object({ reason: z.string(), message: z.object({ en: z.string() }) });

/** What the hub said where it refused. */
export function sentenceOfRefusal(reply: Readonly<Record<string, unknown>>): string {
  const said = refusal.safeParse(reply);
  return said.success ? said.data.message.en : 'The hub gave no answer that this command understands.';
}

function readToken(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
