/** Every delay of the gateway, in milliseconds, in one place. */
export interface GatewayTiming {
  /** A connection to the hub that is not there by then will not come. */
  readonly connect: number;
  /** A health probe or a state report without an answer by then failed. */
  readonly probe: number;
  /**
   * Longest wait for an answer that a page waits for. A check-in makes two writes, each of which a hospital system may take
   * 8 s over, and asks for what became of them where no answer came.
   */
  readonly answer: number;
  /** Pauses between probes while the hub is away; the last one repeats. */
  readonly probePauses: readonly number[];
  /** Pauses before the hub's feed is followed again after it broke; the last one repeats. */
  readonly feedPauses: readonly number[];
  /** The hub beats every 5 s: a feed that says nothing for so long is dead, whatever the socket says. */
  readonly feedSilence: number;
  /** How long a self-test waits for the test card, for the page's sound, and for its slip. */
  readonly testCard: number;
  readonly testSound: number;
  readonly testPrint: number;
  /** How long a staff badge is waited for: longer than any screen that asks for one stays. */
  readonly badge: number;
  /** Pause between two reports of the terminal's state. */
  readonly report: number;
  /** A visit whose page has been gone for so long is over. */
  readonly pageGone: number;
  /** Pause between two signs of life on an event stream. */
  readonly beat: number;
}

export const gatewayTiming: GatewayTiming = {
  connect: 2_000,
  probe: 3_000,
  answer: 60_000,
  probePauses: [2_000, 2_000, 2_000, 3_000, 5_000, 8_000],
  feedPauses: [500, 1_000, 2_000, 4_000, 8_000],
  feedSilence: 15_000,
  testCard: 60_000,
  testSound: 25_000,
  testPrint: 45_000,
  badge: 5 * 60_000,
  report: 15_000,
  pageGone: 10_000,
  beat: 15_000,
};
