import { join } from 'node:path';
import type { EnrolHereReply, TerminalState } from '@lobby/hub/contract';
import { followHub, type HubFeed } from './hub-feed.ts';
import { watchHospital, type HospitalWatch } from './hospital-watch.ts';
import { openHubLine, type HubLine } from './hub-line.ts';
import { hubProbe } from './hub-probe.ts';
import { watchHub, type HubWatch } from './hub-watch.ts';
import { openIdentity } from './identity.ts';
import type { Log } from './log.ts';
import type { GatewayTiming } from './timing.ts';

/** Everything between the agent and the hub: the line, who we are to it, and whether it is there. */
export interface HubSide {
  readonly line: HubLine;
  readonly watch: HubWatch;
  readonly hospital: HospitalWatch;
  /** What the hub tells this terminal. */
  readonly feed: HubFeed;
  credential(): string | undefined;
  /** Redeems a one-time code that was typed here. */
  enrol(code: string): Promise<EnrolHereReply>;
  close(): void;
}

export function openHubSide(options: {
  readonly hub: URL;
  readonly terminalId: string;
  readonly dataFolder: string;
  readonly enrolmentCode: string | undefined;
  readonly state: () => TerminalState;
  readonly timing: GatewayTiming;
  readonly log: Log;
}): HubSide {
  const { terminalId, timing, log, state } = options;
  const line = openHubLine(options.hub, timing.connect);
  const answerWithin = timing.probe;
  const file = join(options.dataFolder, 'credential');
  // A code is good once: an answer that is not waited for would leave a terminal that the hub takes for enrolled.
  const identity = openIdentity({
    file,
    terminalId,
    line,
    log,
    answerWithin: timing.answer,
    code: options.enrolmentCode,
  });
  const hospital = watchHospital();
  const probe = hubProbe({ line, identity, state, answerWithin, onHospital: hospital.found });
  const watch = watchHub({ probe, pauses: timing.probePauses });
  const feed = followHub({ line, watch, timing, log, credential: () => identity.credential });
  const report = setInterval(() => watch.refresh(), timing.report);
  line.onDoubt(() => watch.doubt());
  watch.onChange((found) => log('hub', { state: found.state, why: found.state === 'away' ? found.why : null }));
  hospital.onChange((found) => log('hospital system', { state: found.state }));
  return {
    line,
    watch,
    hospital,
    feed,
    credential: () => identity.credential,
    async enrol(code) {
      const reply = await identity.take(code);
      if (reply.ok) await watch.look();
      return reply;
    },
    close() {
      clearInterval(report);
      feed.stop();
      watch.stop();
      line.close();
    },
  };
}
