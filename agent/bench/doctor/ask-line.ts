import type { ByteStream } from '../../transport/byte-stream.ts';
import { openByteStream } from '../../transport/open.ts';
import { realTimers } from '../../transport/timers.ts';

/** What a line said to a question: its bytes, none, or why it could not be asked. */
export type LineAnswer =
  { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly why: string };

/** Asks a device one question on a line of its own, which is closed afterwards. */
export type AskLine = (question: {
  readonly address: string;
  readonly baud: number;
  readonly bytes: Uint8Array;
  /** True when what came so far is an answer; else the whole time is waited. */
  readonly isAnswer: (bytes: Uint8Array) => boolean;
}) => Promise<LineAnswer>;

/** Milliseconds until a line counts as not to be opened, and until a device counts as silent. */
const opensWithin = 3500;
const answersWithin = 700;

/** Never tries a second time while it looks: the first failure is the answer. */
const once = { first: 60_000, most: 60_000, goodAfter: 60_000 };

export const askLine: AskLine = async ({ address, baud, bytes, isAnswer }) => {
  const stream = openByteStream(address, { baud, backOff: once });
  try {
    const why = await whyNotOpen(stream);
    if (why !== null) return { ok: false, why };
    const said = answerOf(stream, isAnswer);
    await stream.write(bytes);
    return { ok: true, bytes: await said };
  } catch {
    return { ok: false, why: stream.state.open ? 'unplugged' : stream.state.why };
  } finally {
    await stream.close();
  }
};

/** Null as soon as the line is open; else the reason. */
function whyNotOpen(stream: ByteStream): Promise<string | null> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (stream.state.open) finish(null);
      else if (stream.state.why !== 'not open yet') finish(stream.state.why);
    };
    const finish = (why: string | null): void => {
      cancel();
      stop();
      resolve(why);
    };
    const cancel = realTimers.after(opensWithin, () => finish('no answer from that host'));
    const stop = stream.onState(look);
    look();
  });
}

function answerOf(stream: ByteStream, isAnswer: (bytes: Uint8Array) => boolean): Promise<Uint8Array> {
  return new Promise((resolve) => {
    let said: Uint8Array = new Uint8Array();
    const finish = (): void => {
      cancel();
      for (const stop of stops) stop();
      resolve(said);
    };
    const cancel = realTimers.after(answersWithin, finish);
    const stops = [
      stream.onState(finish),
      stream.onBytes((bytes) => {
        said = Buffer.concat([said, bytes]).subarray(0, 4096);
        if (isAnswer(said)) finish();
      }),
    ];
  });
}
