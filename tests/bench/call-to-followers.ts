import type { House } from '../../tools/house.js';
import { enrolledCookie, follow, openDesk, press } from './desk-client.ts';
import { percentile, spread, type Figure } from './figures.ts';

const calls = 8;
/** Other queue systems ask for the board every so often; the shortest found is 2 s. Milliseconds. */
const pollEvery = 2000;

/** From the desk's tap to the call event at each follower, with 1, 20 and 100 screens; beside it the same by polling. */
export async function measureCallToFollowers(house: House, data: string): Promise<Figure[]> {
  const screen = await enrolledCookie(house.hub, data, 'screen', 'S-card');
  const desks = [
    await openDesk(house.hub, data, { deskId: 'D-card-1', workNo: '1002', password: 'demo-1002' }),
    await openDesk(house.hub, data, { deskId: 'D-card-3', workNo: '1001', password: 'demo-1001' }),
  ];
  const polled = await callAndPoll(house.hub, { screen, desks, followers: 20 });
  const figures: Figure[] = [];
  for (const followers of [1, 20, 100]) {
    const samples = await callAndListen(house.hub, { screen, desks, followers });
    const ratio = percentile(polled, 0.95) / percentile(samples, 0.95);
    figures.push({
      what: `call → event at ${followers} ${followers === 1 ? 'screen' : 'screens'}`,
      reached: spread(samples),
      beside: `20 screens that poll every ${pollEvery / 1000} s: ${spread(polled)}; ratio of p95 ${ratio.toFixed(0)}`,
    });
  }
  return figures;
}

interface Listening {
  readonly screen: string;
  readonly desks: readonly string[];
  readonly followers: number;
}

/** One patient is called and the call is taken back, again and again: each time a first call. */
async function callAndListen(hub: string, { screen, desks, followers }: Listening): Promise<number[]> {
  const [desk = ''] = desks;
  const samples: number[] = [];
  let heard = 0;
  let tapped = 0;
  let allHeard: () => void = () => undefined;
  const streams = await Promise.all(
    Array.from({ length: followers }, () =>
      follow(`${hub}/api/screen/feed`, screen, (name) => {
        if (name !== 'ticket.called') return;
        samples.push(performance.now() - tapped);
        heard += 1;
        if (heard === followers) allHeard();
      }),
    ),
  );
  samples.length = 0;
  for (let call = 0; call < calls; call += 1) {
    heard = 0;
    const everybody = new Promise<void>((resolve) => (allHeard = resolve));
    tapped = performance.now();
    const reply = await press(hub, desk, { action: 'next' });
    if (!reply.ok) throw new Error(`the call was refused: ${reply.reason ?? ''}`);
    await everybody;
    await press(hub, desk, { action: 'undo-call', callId: reply.callId ?? '' });
  }
  for (const stream of streams) stream.stop();
  return samples;
}

/** The same calls, seen by screens that fetch the board every two seconds, each at its own moment. */
async function callAndPoll(hub: string, { screen, desks, followers }: Listening): Promise<number[]> {
  const samples: number[] = [];
  let called = { label: '', tapped: 0 };
  let watching = true;
  const seen = new Map<number, string>();
  const poll = async (follower: number): Promise<void> => {
    await pause((pollEvery * follower) / followers);
    while (watching) {
      const newest = await newestCall(hub, screen);
      if (newest !== undefined && newest === called.label && seen.get(follower) !== newest) {
        seen.set(follower, newest);
        samples.push(performance.now() - called.tapped);
      }
      await pause(pollEvery);
    }
  };
  const pollers = Array.from({ length: followers }, (_, follower) => poll(follower));
  for (let call = 0; call < 2; call += 1) {
    const tapped = performance.now();
    const reply = await press(hub, desks[call % desks.length] ?? '', { action: 'next' });
    if (!reply.ok) throw new Error(`the call was refused: ${reply.reason ?? ''}`);
    called = { label: reply.label ?? '', tapped };
    await pause(pollEvery * 1.5);
  }
  watching = false;
  await Promise.all(pollers);
  return samples;
}

/** Label of the newest call on the board, as one request for the board tells it. */
function newestCall(hub: string, cookie: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const stream = follow(`${hub}/api/screen/feed`, cookie, (name, data) => {
      if (name !== 'board') return;
      const board = JSON.parse(data) as { calls: readonly { label: string }[] };
      resolve(board.calls[0]?.label);
      void stream.then(({ stop }) => stop());
    });
    stream.catch(reject);
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
