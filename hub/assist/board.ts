import type { Site } from '@lobby/config';
import type { HelpBoard, HelpRequest, HelpStatus, StaffPerson } from '../contract/index.ts';
import { isEscalated, type HelpRecord } from './request.ts';
import type { HelpFigures } from './storage.ts';

/** What all boards show in common. */
export interface HelpPicture {
  readonly sequence: number;
  readonly open: readonly HelpRecord[];
  readonly today: HelpBoard['today'];
}

/** The volunteers' board as one person sees it. `at`: when it is made, ISO. */
export function helpBoard(
  site: Site,
  picture: HelpPicture,
  seen: { readonly person: StaffPerson; readonly at: string },
): HelpBoard {
  const { person } = seen;
  const sorted = picture.open.toSorted((one, other) => Number(isEscalated(other)) - Number(isEscalated(one)));
  return {
    sequence: picture.sequence,
    at: seen.at,
    escalateSeconds: site.help.escalateSeconds,
    hears: site.help.toldAtOnce.some((role) => role === person.role) ? 'all' : 'escalated',
    requests: sorted.map((record) => requestOnBoard(site, record, person)),
    today: picture.today,
  };
}

/** A request as its terminal sees it. */
export function statusOf(record: HelpRecord): HelpStatus {
  const { id: requestId, state, since } = record;
  return { requestId, state, since, escalated: isEscalated(record) };
}

/** Waits of a day in seconds, without anybody's name. */
export function figures(asked: readonly HelpFigures[]): HelpBoard['today'] {
  const waits = asked
    .flatMap(({ askedAt, firstTakenAt }) =>
      firstTakenAt === null ? [] : [Date.parse(firstTakenAt) - Date.parse(askedAt)],
    )
    .toSorted((one, other) => one - other);
  const middle = waits[Math.floor((waits.length - 1) / 2)];
  return {
    asked: asked.length,
    escalated: asked.filter(({ escalatedAt }) => escalatedAt !== null).length,
    middleWait: middle === undefined ? null : Math.round(middle / 1000),
  };
}

function requestOnBoard(site: Site, record: HelpRecord, person: StaffPerson): HelpRequest {
  const { terminalId, helper } = record;
  const terminal = site.terminals.find(({ id }) => id === terminalId);
  return {
    ...statusOf(record),
    terminalId,
    terminal: terminal?.name ?? { zh: terminalId, en: terminalId },
    level: terminal?.level ?? null,
    errand: record.errand,
    askedAt: record.askedAt,
    helper: helper === null ? null : { role: helper.role, name: helper.name },
    mine: helper?.staffId === person.staffId,
  };
}
