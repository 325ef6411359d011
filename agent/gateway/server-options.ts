import { awayPage } from './away-page.ts';
import { forwarder } from './forward.ts';
import type { GatewayParts } from './gateway-parts.ts';
import type { LocalWork } from './local-endpoints.ts';
import { ticketPrinting } from './printing.ts';
import type { ServerOptions } from './server.ts';
import { wayPrinting } from './way-printing.ts';

/** What the front door does with each kind of request. */
export function serverOptions(parts: GatewayParts): ServerOptions {
  const { options, timing, hub, visits } = parts;
  const { line, credential, watch } = hub;
  const away = awayPage(options.place);
  const showAway: ServerOptions['showAway'] = (response) => away(response, watch.now);
  const secretOf = (visitId: string): string | undefined => visits.secretOf(visitId);
  return {
    log: options.log,
    development: options.development ?? false,
    hub: async () => (watch.now.state === 'here' ? watch.now : watch.look()),
    showAway,
    forward: forwarder({ line, credential, secretOf, answerWithin: timing.answer, showAway }),
    work: localWork(parts),
  };
}

function localWork(parts: GatewayParts): LocalWork {
  const { options, timing, hub, pages, visits, help, devices, presence, codes, desk } = parts;
  const { line, credential } = hub;
  const { terminalId } = options;
  const secretOf = (visitId: string): string | undefined => visits.secretOf(visitId);
  return {
    openEvents(response) {
      presence.came();
      // A page that connects starts from welcome; a visit of the one before it is over.
      parts.typed.forget();
      pages.open(response, { type: 'hello', terminalId, hub: hub.watch.now.state, ...devices.now });
      if (hub.hospital.now !== undefined) pages.tell({ type: 'hospital.changed', ...hub.hospital.now });
      help.tellAgain();
    },
    print: ticketPrinting({
      line,
      credential,
      secretOf,
      queue: options.prints,
      answerWithin: timing.answer,
      reportFirst: () => parts.reports.tell(),
      reportRefused: (wish) => parts.reports.tellRefused(wish),
      log: options.log,
    }),
    printWay: wayPrinting({
      line,
      credential,
      queue: options.prints,
      answerWithin: timing.answer,
      log: options.log,
    }),
    async endVisit(visitId, why) {
      if (secretOf(visitId) !== undefined) await visits.end(why);
    },
    takeTyped: (wish) => parts.typed.take(wish),
    forgetTyped: () => parts.typed.forget(),
    askForWristband: (wish) => parts.wristbands.ask(wish),
    takeWedge(line) {
      const meaning = codes.ofWedge(line);
      if (meaning === undefined) return { ok: false, reason: 'not-here' };
      desk.take('wedge', meaning, line);
      return { ok: true };
    },
    takeZone(lines) {
      const zone = codes.ofTypedZone(lines);
      if (!zone.ok) return zone;
      const proof = { by: 'passport-lines', birthDate: zone.birthDate } as const;
      visits.present(zone.credential, { proof }).catch(parts.fault);
      return { ok: true };
    },
    enrol: (code) => hub.enrol(code),
    takePicture: (shown) => parts.picture.take(shown),
    soundPlayed: (said) => parts.test.spoken(said),
    askForHelp: (wish) => help.ask(wish),
    withdrawHelp: (wish) => help.withdraw(wish),
    health: () => ({ ok: true, terminalId, hub: hub.watch.now, addresses: options.addresses, ...parts.state() }),
  };
}
