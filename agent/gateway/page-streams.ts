import type { ServerResponse } from 'node:http';
import type { AgentEvent } from '@lobby/hub/contract';
import { securityHeaders } from './headers.ts';

/** Browsers open six connections to an origin at most; more streams than this belong to nobody. */
const MOST_STREAMS = 6;

/** The event streams of the terminal's pages (server-sent events). */
export interface PageStreams {
  readonly count: number;
  open(response: ServerResponse, hello: AgentEvent): void;
  tell(event: AgentEvent): void;
  closeAll(): void;
}

export function pageStreams(options: { readonly beat: number; readonly onNobody: () => void }): PageStreams {
  const open = new Set<ServerResponse>();
  const beat = setInterval(() => open.forEach((response) => response.write(': beat\n\n')), options.beat);
  beat.unref();

  return {
    get count() {
      return open.size;
    },
    open(response, hello) {
      const [oldest] = open;
      if (open.size >= MOST_STREAMS) oldest?.end();
      response.writeHead(200, {
        ...securityHeaders,
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
      });
      response.write(`retry: 1000\n\n${message(hello)}`);
      open.add(response);
      response.once('close', () => {
        open.delete(response);
        if (open.size === 0) options.onNobody();
      });
    },
    tell(event) {
      const text = message(event);
      open.forEach((response) => response.write(text));
    },
    closeAll() {
      clearInterval(beat);
      open.forEach((response) => response.end());
    },
  };
}

function message(event: AgentEvent): string {
  return `data: ${JSON.stringify(event)}\n\n`;
}
