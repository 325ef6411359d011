import { printOutcomes } from '@lobby/hub/contract';
import { followReader } from './card-desk.ts';
import { followScanner } from './code-desk.ts';
import { scannerPlaces } from './device-watch.ts';
import type { GatewayParts } from './gateway-parts.ts';

const isEnded = (state: string): boolean => printOutcomes.some((outcome) => outcome === state);

/** Lets what happens at one side be heard at the others. Returns the ways to stop. */
export function joinEvents(parts: GatewayParts): (() => void)[] {
  const { options, hub, pages, visits, ends, help, devices, codes, desk, reports, tell, fault } = parts;
  const { reader, prints, scanners, log } = options;
  const stops = [
    () => help.stop(),
    () => parts.test.stop(),
    () => parts.testReports.stop(),
    () => parts.typed.stop(),
    hub.feed.onNotice((notice) => {
      if (notice.type === 'self-test.start') parts.test.start(notice.body);
      if (notice.type === 'guide.changed') tell({ type: 'guide.changed', ...notice.body });
    }),
    hub.watch.onChange((found) => {
      tell({ type: found.state === 'here' ? 'hub.here' : 'hub.away' });
      if (found.state !== 'here') return;
      reports.tell().catch(fault);
      ends.tellAgain().catch(fault);
    }),
    hub.hospital.onChange((found) => tell({ type: 'hospital.changed', ...found })),
    devices.onChange((found) => {
      tell({ type: 'device.changed', ...found });
      const more = scannerPlaces.flatMap((place) => (found[place] === undefined ? [] : [[place, found[place].state]]));
      const { reader: card, printer: slips, paper } = found;
      log('devices', { reader: card.state, printer: slips.state, paper, ...Object.fromEntries(more) });
      hub.watch.refresh();
    }),
    prints?.onChange(({ id, ticketId, state, problem }) => {
      tell({ type: 'print.changed', jobId: id, ticketId, state, problem });
      if (state !== 'queued') log('print', { state, problem });
      if (state === 'unknown') hub.watch.refresh();
      if (isEnded(state)) reports.tell().catch(fault);
    }),
    ...scannerPlaces.map((source) => {
      const scanner = scanners?.[source];
      return scanner && followScanner({ scanner, source, meaningOf: codes.of[source], desk });
    }),
    reader &&
      followReader({
        reader,
        visits,
        test: parts.test,
        decode: codes.decode,
        tell,
        pageIsThere: () => pages.count > 0,
        onFault: fault,
        log,
      }),
  ];
  return stops.filter((stop) => stop !== undefined);
}
