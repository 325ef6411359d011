/**
 * An enrolment code that a QR code brought behind the # of the address, which no server and no log sees; it is taken out
 * of the address at once.
 */
export function codeInAddress(): string {
  const code = /^#([0-9A-Za-z-]{6,40})$/.exec(location.hash)?.[1] ?? '';
  if (code !== '') history.replaceState(history.state, '', location.pathname + location.search);
  return code;
}
