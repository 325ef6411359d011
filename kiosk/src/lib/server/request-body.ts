/** No message of the contract comes near this. Bytes. */
export const bodyLimit = 16 * 1024;

/** The part of a schema of the contract that reading a body needs. */
interface Schema<T> {
  safeParse(value: unknown): { readonly success: true; readonly data: T } | { readonly success: false };
}

export type BodyResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: 'bad-shape' | 'too-large' };

/**
 * Reads a JSON body of at most `limit` bytes, 16 kB unless given, without NUL, which PostgreSQL does not store, and
 * parses it by a schema of the contract.
 */
export async function readBody<T>(request: Request, schema: Schema<T>, limit = bodyLimit): Promise<BodyResult<T>> {
  if (!isJson(request.headers.get('content-type'))) return { ok: false, reason: 'bad-shape' };
  const text = await limitedText(request, limit).catch(() => '');
  if (text === undefined) return { ok: false, reason: 'too-large' };
  if (text.includes('\\u0000')) return { ok: false, reason: 'bad-shape' };
  const parsed = schema.safeParse(jsonOrUndefined(text));
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, reason: 'bad-shape' };
}

function isJson(contentType: string | null): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === 'application/json';
}

/** The body as text; undefined when it is longer than the limit. A declared length is believed only to refuse. */
async function limitedText(request: Request, limit: number): Promise<string | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return undefined;
  if (request.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > limit) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
