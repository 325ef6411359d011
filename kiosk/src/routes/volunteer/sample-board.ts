import type { HelpBoard, HelpRequest } from '@lobby/hub/contract';

/** A board of invented requests, for tests. */
export function sampleBoard(requests: readonly HelpRequest[], hears: HelpBoard['hears'] = 'all'): HelpBoard {
  return {
    sequence: 1,
    at: '2026-11-23T01:15:00.000Z',
    escalateSeconds: 60,
    hears,
    requests: [...requests],
    today: { asked: requests.length, escalated: 0, middleWait: null },
  };
}

export function sampleRequest(given: Partial<HelpRequest> = {}): HelpRequest {
  return {
    requestId: 'h-1',
    state: 'waiting',
    since: '2026-11-23T01:14:30.000Z',
    escalated: false,
    terminalId: 'K01',
    terminal: { zh: '一楼大厅 1 号机', en: 'Lobby terminal 1' },
    level: 1,
    errand: 'check-in',
    askedAt: '2026-11-23T01:14:30.000Z',
    helper: null,
    mine: false,
    ...given,
  };
}
