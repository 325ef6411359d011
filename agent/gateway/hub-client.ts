import type { z } from 'zod';
import type { HubLine } from './hub-line.ts';

/** What the hub said to the agent itself. `unauthorised`: it does not accept this terminal's credential. */
export type HubReply<T> =
  | { readonly kind: 'answer'; readonly status: number; readonly value: T }
  | { readonly kind: 'unauthorised' }
  | { readonly kind: 'strange'; readonly status: number }
  | { readonly kind: 'unreachable'; readonly reached: boolean; readonly why: string };

export interface HubQuestion<T> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly shape: z.ZodType<T>;
  readonly body?: unknown;
  readonly credential?: string | undefined;
  readonly secret?: string;
  readonly answerWithin: number;
}

const LONGEST_REPLY = 256 * 1024;

/** Asks the hub in JSON and checks the reply's shape, whatever its status: a refusal is a reply as well. */
export async function askHub<T>(line: HubLine, question: HubQuestion<T>): Promise<HubReply<T>> {
  const body = question.body === undefined ? undefined : Buffer.from(JSON.stringify(question.body));
  const answer = await line.send({
    method: question.method,
    path: question.path,
    headers: headersOf(question, body),
    body,
    answerWithin: question.answerWithin,
  });
  if (!answer.ok) return { kind: 'unreachable', reached: answer.reached, why: answer.why };
  const status = answer.message.statusCode ?? 0;
  const text = await readText(answer.message);
  if (text === undefined) return { kind: 'unreachable', reached: true, why: 'cut-off' };
  if (status === 401) return { kind: 'unauthorised' };
  const parsed = question.shape.safeParse(parseJson(text));
  return parsed.success ? { kind: 'answer', status, value: parsed.data } : { kind: 'strange', status };
}

function headersOf(question: HubQuestion<unknown>, body: Buffer | undefined): Record<string, string> {
  return {
    accept: 'application/json',
    ...(body && { 'content-type': 'application/json', 'content-length': String(body.length) }),
    ...(question.credential !== undefined && { authorization: `Bearer ${question.credential}` }),
    ...(question.secret !== undefined && { 'x-visit-secret': question.secret }),
  };
}

async function readText(message: AsyncIterable<Buffer>): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of message) {
      length += chunk.length;
      if (length > LONGEST_REPLY) return '';
      chunks.push(chunk);
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
