/** Content of the QR code of a slip: the ticket's page where phones reach the hub, else a code for our own scanners. */
export function codeOfTicket(address: string | undefined, ticketId: string): string {
  return address === undefined ? `LOBBY:T:${ticketId}` : `${address.replace(/\/+$/, '')}/t/${ticketId}`;
}
