/** Why a stream is down, in words for staff. */
export type StreamState = { readonly open: true } | { readonly open: false; readonly why: string };

/**
 * One shape for every way to a device (serial, TCP, an external process): bytes go in, bytes come out, and it may be
 * down. A reconnecting stream opens again by itself; what was written while it was down is refused, never kept.
 */
export interface ByteStream {
  /** tcp://… or serial://…, for staff. */
  readonly address: string;
  readonly state: StreamState;
  /** Resolves when the bytes have left for the device (socket or line drained); rejects when the stream is down. */
  write(bytes: Uint8Array): Promise<void>;
  /** Returns the way to stop listening. */
  onBytes(listener: (bytes: Uint8Array) => void): () => void;
  onState(listener: (state: StreamState) => void): () => void;
  close(): Promise<void>;
}
