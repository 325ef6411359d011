import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { chipOf, readDemoCards } from '@lobby/agent/bench/demo-cards.ts';
import { visitWording } from '@lobby/kiosk/src/flows/visit/wording.ts';
import { markedCard } from './marked-patient.ts';
import type { Place } from './place.ts';

/** One way in which a patient's visit can end, and how the place comes back to welcome from it. */
export interface Exit {
  readonly name: string;
  /** Ends the visit that is on the screen. */
  readonly leave: (place: Place) => Promise<void>;
  /** Starts again what died. */
  readonly recover?: (place: Place) => Promise<void>;
  /** The ticket is made and printed first. */
  readonly withTicket?: true;
}

const tap = async ({ page }: Place, where: string): Promise<void> => {
  await page.locator(where).first().click();
};

async function waitForScreen({ page }: Place, screen: string): Promise<void> {
  await page.locator(`[data-screen="${screen}"]`).first().waitFor({ timeout: 30_000 });
}

/** Lays the card down, and where it is wanted checks in, or has the ticket printed again, and waits for the paper. */
export async function begin(place: Place, { withTicket }: Pick<Exit, 'withTicket'>): Promise<void> {
  await waitForScreen(place, 'welcome');
  place.reader.layDown(markedCard);
  const step = '[data-screen="next-step"], [data-screen="already-checked-in"]';
  await place.page.locator(step).first().waitFor({ timeout: 30_000 });
  // A search that finds nothing must have had something to find.
  const before = await place.search({ hubMayNotKnow: false });
  if (!before.some((found) => found.startsWith('masked name'))) throw new Error('the patient left no trace while here');
  if (withTicket !== true) return;
  const { step: words, already } = visitWording.zh;
  const wish = (await place.page.locator('[data-screen="next-step"]').isVisible())
    ? words.start
    : already.paper.printed.print;
  await place.page.getByRole('button', { name: wish.replaceAll('|', '') }).click();
  await waitForScreen(place, 'ticket-printed');
}

/** The visit is over for the hub as well. */
async function hubHasEnded(place: Place): Promise<void> {
  const database = new DatabaseSync(join(place.folder, 'data', 'hub.sqlite'), { readOnly: true });
  const open = database.prepare('SELECT count(*) AS visits FROM visit WHERE ended_at IS NULL');
  try {
    while (Number(open.get()?.['visits']) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  } finally {
    database.close();
  }
}

async function killAgent(place: Place): Promise<void> {
  const { agent } = place.house.processes;
  agent.kill();
  await agent.ended;
}

async function startAgentAgain(place: Place): Promise<void> {
  await waitForScreen(place, 'out-of-service');
  await place.house.startAgentAgain();
}

/** Resolves when the agent knows that no card lies there: laid down again before that, it would be no news. */
async function takeCard(place: Place): Promise<void> {
  const { reader } = place;
  reader.lift();
  // One poll may have been answered already, three find nothing, and the fifth comes after the last look at the card.
  const enough = reader.polls + 5;
  const latest = Date.now() + 30_000;
  while (reader.polls < enough) {
    if (Date.now() > latest) throw new Error('the agent does not look at its reader any more');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await waitForScreen(place, 'welcome');
}

const somebodyElse = (): NonNullable<ReturnType<typeof chipOf>> => {
  const card = readDemoCards('config/sites/demo').find(({ id }) => id === 'ouyang-jing');
  const chip = card === undefined ? undefined : chipOf(card);
  if (chip === undefined) throw new Error('the demo has a card of 欧阳静');
  return chip;
};

/** Every way out of a visit. */
export const exits: readonly Exit[] = [
  { name: 'finished, with a ticket', withTicket: true, leave: (place) => tap(place, 'main button.primary') },
  { name: 'gone home', leave: (place) => tap(place, 'footer button') },
  {
    name: 'nobody there any more',
    async leave(place) {
      await place.page.clock.fastForward(60_500);
      await place.page.getByRole('alertdialog').waitFor();
      await place.page.clock.fastForward(30_500);
    },
  },
  { name: 'card taken', leave: async (place) => place.reader.lift() },
  {
    name: 'the next card',
    async leave(place) {
      place.reader.layDown(somebodyElse());
      await place.page.getByText('欧阳').first().waitFor();
      await tap(place, 'footer button');
    },
  },
  { name: 'page loaded anew', leave: async (place) => void (await place.page.reload()) },
  {
    name: 'page crashed',
    async leave(place) {
      const devtools = await place.devtools();
      const crashed = new Promise((resolve) => place.page.once('crash', resolve));
      devtools.send('Page.crash').catch(() => undefined);
      await crashed;
    },
    recover: async (place) => {
      await place.killBrowser();
      await place.openPage();
    },
  },
  { name: 'browser killed', leave: (place) => place.killBrowser(), recover: (place) => place.openPage() },
  {
    name: 'agent killed',
    leave: killAgent,
    recover: startAgentAgain,
  },
  {
    name: 'agent killed, with a ticket',
    withTicket: true,
    leave: killAgent,
    recover: startAgentAgain,
  },
  {
    name: 'agent stopped',
    leave: (place) => place.house.processes.agent.stop(),
    recover: startAgentAgain,
  },
  {
    name: 'hub killed, and the patient goes home',
    async leave(place) {
      const { hub } = place.house.processes;
      hub.kill();
      await hub.ended;
      await tap(place, 'footer button');
    },
    recover: (place) => place.house.startHubAgain(),
  },
];

/** A patient comes and leaves by this exit; gives what is found half a second later and when all is back at welcome. */
export async function leaveBy(place: Place, exit: Exit): Promise<readonly string[]> {
  await begin(place, exit);
  await exit.leave(place);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const atOnce = await place.search({ hubMayNotKnow: true });
  await exit.recover?.(place);
  await takeCard(place);
  await hubHasEnded(place);
  const later = await place.search({ hubMayNotKnow: false });
  return [...atOnce.map((found) => `${found}, after 0.5 s`), ...later.map((found) => `${found}, at welcome again`)];
}
