import { randomUUID } from 'node:crypto';
import type { AgentEvent } from '@lobby/hub/contract';
import type { VisitAccess } from '@lobby/hub/hub.ts';
import type { OpenHub } from '@lobby/hub/open.ts';
import { openPage } from './page.ts';
import type { CampaignTerminal } from './patient.ts';

const ready = { state: 'ready', fault: null, since: '2026-11-23T00:00:00.000Z' } as const;

/** A terminal whose page speaks to the hub directly: the same flow and the same hub, without a reader and a network. */
export function hubTerminal(hub: OpenHub, terminalId: string, speed: number): CampaignTerminal & { stop(): void } {
  const { visits } = hub;
  let access: VisitAccess | undefined;
  let latest = 0;
  const known = (visitId: string): VisitAccess =>
    access?.visitId === visitId ? access : { terminalId, visitId, secret: '' };
  const later = (event: AgentEvent): void => void setTimeout(() => page.hear(event), 1);
  const page = openPage(
    {
      loadAgenda: ({ visitId }) => visits.agenda(known(visitId)),
      choosePatient: ({ visitId, choice }) => visits.choosePatient(known(visitId), choice),
      checkIn: ({ visitId, stepId, key }) => visits.checkIn(known(visitId), { key, stepId }),
      print: async ({ ticketId }) => {
        later({ type: 'print.changed', jobId: randomUUID(), ticketId, state: 'printed', problem: null });
        return { ok: true, jobId: 'job' };
      },
      endVisit: ({ visitId, why }) => void visits.end(known(visitId), why),
    },
    speed,
  );
  page.hear({ type: 'hello', terminalId, hub: 'here', reader: ready, printer: ready, paper: 'ok' });
  return {
    page,
    async layDown({ idNumber, name }) {
      const mine = (latest += 1);
      page.hear({ type: 'card.presented' });
      const credential = { kind: 'resident-id', number: idNumber, name } as const;
      void visits.open(terminalId, { key: randomUUID(), credential }).then((reply) => {
        if (mine !== latest) return;
        if (!reply.ok) return page.hear({ type: 'visit.refused', reason: reply.reason });
        const { visitId, secret, maskedName, choices } = reply;
        access = { terminalId, visitId, secret };
        page.hear({ type: 'visit.opened', visitId, maskedName, choices });
      });
    },
    lift: async () => {
      latest += 1;
      page.hear({ type: 'card.removed' });
    },
    stop: () => page.stop(),
  };
}
