import type { AgentEvent } from '@lobby/hub/contract';
import { agentEventOf } from './agent-message.ts';

export interface AgentLineOptions {
  readonly hear: (event: AgentEvent | { readonly type: 'agent.broke' | 'agent.lost' }) => void;
  /** How long the line may be down before it counts as lost, in milliseconds. */
  readonly grace: number;
  /** Pause before a stream that the browser has given up is opened anew, in milliseconds. */
  readonly pause: number;
}

/** Listens to the agent of this terminal, for as long as the page lives. Returns the way to stop. */
export function listenToAgent({ hear, grace, pause }: AgentLineOptions): () => void {
  let source: EventSource | undefined;
  let lost: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;

  const open = (): void => {
    source = new EventSource('/agent/events');
    source.onmessage = ({ data }: MessageEvent<unknown>) => {
      clearTimeout(lost);
      lost = undefined;
      const event = typeof data === 'string' ? agentEventOf(data) : undefined;
      if (event !== undefined) hear(event);
    };
    source.onerror = () => {
      if (lost === undefined) hear({ type: 'agent.broke' });
      lost ??= setTimeout(() => hear({ type: 'agent.lost' }), grace);
      // The browser reconnects by itself, except after an answer that was no event stream.
      if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, pause);
    };
  };

  open();
  return () => {
    source?.close();
    clearTimeout(lost);
    clearTimeout(again);
  };
}
