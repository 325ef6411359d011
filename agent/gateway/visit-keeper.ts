import { createHash } from 'node:crypto';
import {
  openVisitReply,
  presentedCredential,
  type AgentEvent,
  type CardFields,
  type OpenVisitReply,
  type PresentedCredential,
  type VisitEnd,
  type VisitProof,
  type VisitRefusal,
} from '@lobby/hub/contract';
import { askHub, type HubReply } from './hub-client.ts';
import type { HubLine } from './hub-line.ts';
import type { Log } from './log.ts';
import type { OwnVisit, VisitEnds } from './visit-ends.ts';

/** The visit that is open at this terminal: one at a time. Its secret never leaves the agent. */
export interface VisitKeeper {
  /** The secret of this visit while it is open. */
  secretOf(visitId: string): string | undefined;
  /** A visit is open, or one is being opened. */
  readonly busy: boolean;
  /** Whether the visit that is open, or being opened, is that of this very credential. */
  holds(credential: PresentedCredential): 'open' | 'opening' | 'no';
  /**
   * A credential was read: whoever was here before has gone, and its patient's visit opens. `decode`: turns it into
   * another one first, which may take a while. `proof`: what stands behind what alone is not enough.
   */
  present(
    credential: PresentedCredential,
    more?: {
      readonly decode?: (credential: PresentedCredential) => Promise<PresentedCredential>;
      readonly proof?: VisitProof;
    },
  ): Promise<void>;
  /** What was presented last and opens nothing without something more; forgotten with whoever presented it. */
  readonly wanting: PresentedCredential | undefined;
  /** Ends the open visit, and any that is being opened. Resolves when the hub has been told or cannot be. */
  end(why: VisitEnd): Promise<void>;
}

export interface VisitKeeperOptions {
  readonly line: HubLine;
  readonly credential: () => string | undefined;
  /** Tells the hub, at once or when it is here again. */
  readonly ends: VisitEnds;
  readonly tell: (event: AgentEvent) => void;
  readonly newKey: () => string;
  readonly log: Log;
  readonly timing: { readonly answer: number };
  /** The hub refused this terminal's credential. */
  readonly onUnauthorised: () => void;
  /** The hub had no answer from the hospital: perhaps the hospital is away, which the next patient should know. */
  readonly onHospitalSilent: () => void;
}

export function visitKeeper(options: VisitKeeperOptions): VisitKeeper {
  const { line, tell, log, timing } = options;
  let visit: OwnVisit | undefined;
  /** Counts what has been started; an opening that is not the latest any more is ended as soon as it is there. */
  let latest = 0;
  let opening = 0;
  /** Of the credential that was presented last; its visit is open or being opened. */
  let presented: string | undefined;
  let wanting: PresentedCredential | undefined;

  const end = async (why: VisitEnd): Promise<void> => {
    latest += 1;
    presented = undefined;
    wanting = undefined;
    if (visit === undefined) return;
    const ended = visit;
    visit = undefined;
    tell({ type: 'visit.ended', visitId: ended.visitId, why });
    await options.ends.tell(ended, why);
  };

  const open = (credential: PresentedCredential, proof: VisitProof | undefined): Promise<HubReply<OpenVisitReply>> => {
    const question = {
      method: 'POST',
      path: '/api/terminal/visits',
      shape: openVisitReply,
      body: { key: options.newKey(), credential, proof },
      credential: options.credential(),
      answerWithin: timing.answer,
    } as const;
    return askHub(line, question);
  };

  const openFor = async (
    mine: number,
    credential: PresentedCredential,
    proof: VisitProof | undefined,
  ): Promise<void> => {
    const reply = await open(credential, proof);
    if (reply.kind === 'unauthorised') options.onUnauthorised();
    const said: OpenVisitReply = reply.kind === 'answer' ? reply.value : { ok: false, reason: 'hospital-unavailable' };
    log(said.ok ? 'visit opened' : 'visit refused', { reason: said.ok ? null : said.reason, hub: reply.kind });
    if (mine !== latest) {
      if (said.ok) await options.ends.tell(said, 'cancelled');
      return;
    }
    if (!said.ok) {
      presented = undefined;
      const { reason, mayAct } = said;
      if (mayAct === true || mayBeProven(reason)) wanting = credential;
      if (reason === 'hospital-unavailable') options.onHospitalSilent();
      tell({ type: 'visit.refused', reason, ...(mayAct && { mayAct }) });
      return;
    }
    visit = { visitId: said.visitId, secret: said.secret };
    tell({ type: 'visit.opened', visitId: said.visitId, maskedName: said.maskedName, choices: said.choices });
  };

  const present: VisitKeeper['present'] = async (credential, { decode, proof } = {}) => {
    const ended = end('next-card');
    const mine = latest;
    presented = digestOf(credential);
    await ended;
    const decoded = mine === latest && decode !== undefined ? await decode(credential) : credential;
    if (mine === latest) await openFor(mine, decoded, proof);
  };

  return {
    secretOf: (visitId) => (visit?.visitId === visitId ? visit.secret : undefined),
    get busy() {
      return visit !== undefined || opening > 0;
    },
    holds(credential) {
      if (presented !== digestOf(credential)) return 'no';
      return visit === undefined ? 'opening' : 'open';
    },
    end,
    get wanting() {
      return wanting;
    },
    async present(credential, more) {
      opening += 1;
      await present(credential, more).finally(() => (opening -= 1));
    },
  };
}

/** Refusals after which the same credential may open a visit, with more behind it. */
function mayBeProven(reason: VisitRefusal): boolean {
  const open: readonly VisitRefusal[] = [
    'second-factor-needed',
    'not-matched',
    'staff-not-recognised',
    'staff-not-allowed',
    'staff-locked',
    'wristband-unknown',
  ];
  return open.includes(reason);
}

/** Tells two credentials apart without keeping either. */
function digestOf({ kind, number }: PresentedCredential): string {
  return createHash('sha256').update(`${kind} ${number}`).digest('base64');
}

/** What the hub needs of a card; undefined when the card has no usable number. */
export function credentialOf(card: CardFields): PresentedCredential | undefined {
  const { kind, idNumber: number } = card;
  const parsed = presentedCredential.safeParse({ kind, number, name: card.name ?? card.nameLatin });
  return parsed.success ? parsed.data : undefined;
}
