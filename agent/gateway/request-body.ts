import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { refuse } from './replies.ts';

/** The largest request body of a page, in bytes. */
export const LARGEST_BODY = 16 * 1024;

/** What is still read of a body that is too large, in bytes: whoever is still sending would not hear the answer. */
const MOST_READ = 1024 * 1024;

/** The whole body, or why there is none. */
export async function readBody(request: IncomingMessage): Promise<Buffer | 'too-large' | 'cut-off'> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    const arriving = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    for await (const chunk of arriving) {
      length += chunk.length;
      if (length <= LARGEST_BODY) chunks.push(chunk);
      else if (length > MOST_READ) break;
    }
  } catch {
    return 'cut-off';
  }
  return length > LARGEST_BODY ? 'too-large' : Buffer.concat(chunks);
}

/** The whole body of a request; undefined: it has been refused. */
export async function bodyOrRefusal(request: IncomingMessage, response: ServerResponse): Promise<Buffer | undefined> {
  const body = await readBody(request);
  if (typeof body !== 'string') return body;
  response.setHeader('connection', 'close');
  if (body === 'too-large') refuse(response, 413, 'too-large', 'A request may hold 16 kB.');
  else refuse(response, 400, 'bad-request', 'The request was cut off.');
  return undefined;
}

/** A request's JSON in this shape; undefined: it has been refused. */
export async function jsonOrRefusal<T>(
  request: IncomingMessage,
  response: ServerResponse,
  shape: z.ZodType<T>,
): Promise<T | undefined> {
  const body = await bodyOrRefusal(request, response);
  if (body === undefined) return undefined;
  const parsed = shape.safeParse(parseJson(body));
  if (parsed.success) return parsed.data;
  // Keys only: what was sent for them could be personal.
  const keys = parsed.error.issues.map((issue) => issue.path.join('.') || 'body');
  refuse(response, 400, 'bad-request', `Not as expected: ${[...new Set(keys)].slice(0, 8).join(', ')}.`);
  return undefined;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
