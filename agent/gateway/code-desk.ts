import type { AgentEvent, CardTrouble, PresentedCredential } from '@lobby/hub/contract';
import type { CodeProblem, CodeScanner } from '../scanners/code-scanner.ts';
import type { CodeMeaning } from '../scanners/code-meaning.ts';
import type { BadgeDesk } from './badge-desk.ts';
import type { Log } from './log.ts';
import type { VisitKeeper } from './visit-keeper.ts';
import type { WristbandDesk } from './wristband-desk.ts';

/** Where something came from that does not stay as a card does. */
export type CodeSource = 'scanner' | 'stripe' | 'documents' | 'wedge' | 'typed';

export interface CodeDesk {
  /** What was read means this, and said that (`text`). A code that opens nothing disturbs no visit. */
  take(source: CodeSource, meaning: CodeMeaning, text?: string): void;
}

const troubles: Readonly<Record<CodeProblem, CardTrouble>> = {
  'code-too-long': 'code-too-long',
  'code-unreadable': 'wrong-code',
};

export interface CodeDeskOptions {
  readonly visits: VisitKeeper;
  readonly badges: BadgeDesk;
  readonly wristbands: Pick<WristbandDesk, 'take'>;
  readonly pageIsThere: () => boolean;
  /** What a credential becomes where a program of the site can decode it; else it stays as it is. */
  readonly decode: (credential: PresentedCredential) => Promise<PresentedCredential>;
  readonly tell: (event: AgentEvent) => void;
  readonly onFault: (error: unknown) => void;
  readonly log: Log;
}

/** Carries what was scanned, swiped or typed to the hub and to the page. Nothing is opened while no page is there. */
export function codeDesk(options: CodeDeskOptions): CodeDesk {
  const { visits, badges, tell, log } = options;

  const say = (source: CodeSource, trouble: CardTrouble): void => {
    log('code refused', { source, trouble, shown: !visits.busy });
    if (!visits.busy) tell({ type: 'card.trouble', trouble });
  };
  const present = (source: CodeSource, credential: PresentedCredential): void => {
    if (!options.pageIsThere()) return log('code read without a page', { source });
    const held = visits.holds(credential);
    log('code read', { source, kind: credential.kind, held });
    // Whoever turned away while it was being looked up, and shows it again, is waiting again.
    if (held !== 'open') tell({ type: 'code.presented' });
    if (held === 'no') visits.present(credential, { decode: options.decode }).catch(options.onFault);
  };

  return {
    take(source, meaning, text) {
      const isScan = source === 'scanner' || source === 'wedge';
      if (isScan && text !== undefined && options.wristbands.take(text, meaning))
        return log('wristband read', { source });
      switch (meaning.means) {
        case 'credential':
          return present(source, meaning.credential);
        case 'badge':
          if (!badges.offer(meaning.badge)) say(source, 'badge-not-now');
          return;
        case 'trouble':
          return say(source, meaning.trouble);
      }
    },
  };
}

/** Lets what a device pushes be understood and taken. Returns the way to stop. */
export function followScanner(options: {
  readonly scanner: CodeScanner;
  readonly source: CodeSource;
  readonly meaningOf: (text: string) => CodeMeaning;
  readonly desk: CodeDesk;
}): () => void {
  const { source, desk } = options;
  return options.scanner.onEvent((event) => {
    if (event.type === 'code.scanned') desk.take(source, options.meaningOf(event.text), event.text);
    if (event.type === 'code.trouble') desk.take(source, { means: 'trouble', trouble: troubles[event.problem] });
  });
}
