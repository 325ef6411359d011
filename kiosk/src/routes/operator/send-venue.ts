import { askedOf, askHub, type Asked } from '#lib/staff/ask-hub.ts';
import { newWriteKey } from '#lib/staff/write-key.ts';
import { venuePieceLimit } from '@lobby/hub/contract';

/** Milliseconds: a large map is looked at for a while. */
const publishPatience = 150_000;
const tries = 3;

/** Sends a file in pieces and has it published. `onSent`: how much of it has arrived, 0 to 1. */
export async function sendVenue(file: File, onSent: (share: number) => void): Promise<Asked> {
  const upload = newWriteKey();
  const pieces = Math.max(1, Math.ceil(file.size / venuePieceLimit));
  for (let number = 0; number < pieces; number += 1) {
    const bytes = file.slice(number * venuePieceLimit, (number + 1) * venuePieceLimit);
    const sent = await sendPiece(bytes, { upload, number });
    if (!sent.ok) return sent;
    onSent((number + 1) / pieces);
  }
  const wish = { key: newWriteKey(), upload, pieces, name: file.name };
  return askHub('/api/operator/guide/venues', wish, { patience: publishPatience });
}

/** A piece that got no answer is sent again; sent twice it is kept once. */
async function sendPiece(body: Blob, named: { readonly upload: string; readonly number: number }): Promise<Asked> {
  const { upload, number } = named;
  const headers = { 'content-type': 'application/octet-stream' };
  for (let attempt = 1; ; attempt += 1) {
    try {
      const url = `/api/operator/guide/venues/pieces?upload=${upload}&number=${number}`;
      const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(30_000) });
      return askedOf(await response.json());
    } catch {
      if (attempt === tries) return askedOf(undefined);
    }
  }
}
