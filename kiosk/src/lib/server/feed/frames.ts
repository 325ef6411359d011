const encoder = new TextEncoder();

/** One server-sent event as bytes. `data` is sent as JSON, which never holds a line break. */
export function frame(name: string, data: unknown, id?: number): Uint8Array {
  const line = id === undefined ? '' : `id: ${id}\n`;
  return encoder.encode(`${line}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** The line that, put before a shared frame, gives it an id of its own for one follower. */
export function idLine(id: number): Uint8Array {
  return encoder.encode(`id: ${id}\n`);
}

/** Sent first: how long the browser waits before it comes back after a broken connection. Milliseconds. */
export const retryLine = encoder.encode('retry: 1000\n\n');

/** Sequence in a `Last-Event-ID`; undefined when there is none or it is not one of ours. */
export function lastEventId(headers: Pick<Headers, 'get'>): number | undefined {
  const text = headers.get('last-event-id') ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
