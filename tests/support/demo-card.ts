import { readDemoPeople } from '@lobby/config/sites/demo/cards/demo-people.ts';
import type { PresentedCredential } from '@lobby/hub/contract';

const { cards } = readDemoPeople();

/** A card of the device bench as a reader's agent presents it. */
export function demoCard(cardId: string): PresentedCredential {
  const card = cards.find(({ id }) => id === cardId);
  if (card === undefined) throw new Error(`there is no demo card ${cardId}`);
  return { kind: card.kind, number: card.idNumber, name: card.name };
}
