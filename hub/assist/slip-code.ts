/**
 * Ticket of a slip's QR code, `LOBBY:T:<ticket id>` or the address of its page `https://…/t/<ticket id>`; undefined for a code of another kind. A scanner types: under Caps Lock
 * in capitals, under a Chinese input method with full-width colons, and often with a line end after it.
 */
export function ticketOfCode(code: string): string | undefined {
  const text = code.replaceAll('：', ':').trim();
  return /^(?:LOBBY:T:|https?:\/\/[^\s/]+\/t\/)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i
    .exec(text)?.[1]
    ?.toLowerCase();
}
