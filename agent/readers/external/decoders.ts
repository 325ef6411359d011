import type { TerminalConfig } from '@lobby/config';
import type { PresentedCredential } from '@lobby/hub/contract';
import { realTimers } from '../../transport/timers.ts';
import type { ExternalProgram } from './external-program.ts';
import { openExternalProgram, type ExternalOptions } from './open-external.ts';
import { isRight } from './right-number.ts';

/** Programs of the site that turn a code into the person behind it, such as a vendor's library for insurance codes. */
export interface Decoders {
  /** Whether all of the programs work. */
  readonly ready: boolean;
  /** Why the first of them that does not work does not; null: all work. */
  readonly why: string | null;
  onState(listener: () => void): () => void;
  /** The person behind a code where a program knows; else the code as it is. Never rejects. */
  decode(credential: PresentedCredential): Promise<PresentedCredential>;
  close(): Promise<void>;
}

type Settings = TerminalConfig['decoders'][number];

export function openDecoders(settings: readonly Settings[], options: Omit<ExternalOptions, 'command'> = {}): Decoders {
  const decoders = settings.map((one) => ({
    ...one,
    program: openExternalProgram({ ...options, command: one.command }),
  }));
  const timers = options.timers ?? realTimers;
  let asked = 0;

  const ask = (program: ExternalProgram, credential: PresentedCredential, milliseconds: number) =>
    new Promise<PresentedCredential | undefined>((resolve) => {
      asked += 1;
      const id = `d${asked}`;
      const finish = (found: PresentedCredential | undefined): void => {
        for (const stop of stops) stop();
        resolve(found);
      };
      const stops = [
        timers.after(milliseconds, () => finish(undefined)),
        program.onState((state) => {
          if (!state.ready) finish(undefined);
        }),
        program.onMessage((message) => {
          if (message.type === 'undecoded' && message.id === id) finish(undefined);
          if (message.type === 'decoded' && message.id === id)
            finish(isRight(message.credential) ? message.credential : undefined);
        }),
      ];
      program.send({ type: 'decode', id, kind: credential.kind, code: credential.number });
    });

  return {
    get ready() {
      return decoders.every(({ program }) => program.state.ready);
    },
    get why() {
      return decoders.find(({ program }) => !program.state.ready)?.program.state.why ?? null;
    },
    onState(listener) {
      const stops = decoders.map(({ program }) => program.onState(listener));
      return () => stops.forEach((stop) => stop());
    },
    async decode(credential) {
      for (const { codes, program, answerMilliseconds } of decoders) {
        if (!codes.some((kind) => kind === credential.kind) || !program.state.ready) continue;
        const found = await ask(program, credential, answerMilliseconds);
        if (found !== undefined) return found;
      }
      return credential;
    },
    async close() {
      await Promise.all(decoders.map(({ program }) => program.close()));
    },
  };
}
