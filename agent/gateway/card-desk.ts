import type { AgentEvent, CardTrouble, PresentedCredential } from '@lobby/hub/contract';
import type { CardProblem, CardReader } from '../readers/card-reader.ts';
import type { Log } from './log.ts';
import type { SelfTest } from './self-test.ts';
import { credentialOf, type VisitKeeper } from './visit-keeper.ts';

const troubles: Readonly<Record<CardProblem, CardTrouble>> = {
  'card-unreadable': 'unreadable',
  'card-not-supported': 'not-supported',
  'number-invalid': 'number-invalid',
};

/**
 * Carries what happens on the reader to the page and to the hub. A card that nobody is there to use (no page) opens
 * nothing. Returns the way to stop.
 */
export function followReader(options: {
  readonly reader: CardReader;
  readonly visits: VisitKeeper;
  readonly test: Pick<SelfTest, 'takesCard' | 'cardLeft' | 'cardTrouble' | 'patientCame'>;
  readonly pageIsThere: () => boolean;
  /** What a credential becomes where a program of the site can decode it; else it stays as it is. */
  readonly decode: (credential: PresentedCredential) => Promise<PresentedCredential>;
  readonly tell: (event: AgentEvent) => void;
  readonly onFault: (error: unknown) => void;
  readonly log: Log;
}): () => void {
  const { reader, visits, test, tell } = options;
  return reader.onEvent((event) => {
    if (event.type === 'card.found') tell({ type: 'card.presented' });
    if (event.type === 'card.removed' || event.type === 'reader.away') test.cardLeft();
    if (event.type === 'card.removed') tell({ type: 'card.removed' });
    if (event.type === 'card.trouble') test.cardTrouble();
    if (event.type === 'card.trouble') tell({ type: 'card.trouble', trouble: troubles[event.problem] });
    if (event.type !== 'card.read' && event.type !== 'credential.read') return;
    const credential = event.type === 'card.read' ? credentialOf(event.card) : event.credential;
    if (credential !== undefined && test.takesCard(credential.number)) {
      // The page has seen a card come; it need not ask whose it is.
      tell({ type: 'card.removed' });
      return;
    }
    test.patientCame();
    if (!options.pageIsThere()) options.log('card read without a page');
    else if (credential === undefined) tell({ type: 'card.trouble', trouble: 'unreadable' });
    else visits.present(credential, { decode: options.decode }).catch(options.onFault);
  });
}
