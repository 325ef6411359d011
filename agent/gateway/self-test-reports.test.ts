import { expect, test } from 'vitest';
import { selfTestReports } from './self-test-reports.ts';

test('a report that the hub has not taken is told again, and not once the terminal has stopped', async () => {
  let sent = 0;
  const asked = Promise.withResolvers<true>();
  const reports = selfTestReports({
    line: {
      async send() {
        sent += 1;
        if (sent === 2) asked.resolve(true);
        return { ok: false, reached: false, why: 'refused' };
      },
      onDoubt: () => () => undefined,
      close: () => undefined,
    },
    credential: () => undefined,
    answerWithin: 1_000,
  });
  const telling = reports.tell({ runId: 'run-1', part: 'card', fault: null });
  await asked.promise;
  reports.stop();
  await telling;
  expect(sent).toBe(2);
  await reports.tell({ runId: 'run-1', part: 'print', fault: null });
  expect(sent).toBe(2);
});
