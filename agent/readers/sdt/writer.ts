import { commands, textBytes } from './constants.ts';
import { frameOf } from './frame.ts';
import { status } from './status.ts';

/** One question to the reader. Times in milliseconds. */
export interface SdtRequest {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** How long until the reply begins. */
  readonly headWithin: number;
  /**
   * Whether a reply can be the answer. Replies do not name their question, so one that came late for an earlier question
   * is told by its shape.
   */
  fits(code: number, dataLength: number): boolean;
}

export const findCard: SdtRequest = {
  name: 'find card',
  bytes: frameOf(Uint8Array.from(commands.findCard)),
  headWithin: 1000,
  fits: (_code, dataLength) => dataLength < textBytes,
};

export const selectCard: SdtRequest = {
  name: 'select card',
  bytes: frameOf(Uint8Array.from(commands.selectCard)),
  headWithin: 1000,
  fits: (code, dataLength) => code !== status.found && dataLength < textBytes,
};

export const readBase: SdtRequest = {
  name: 'read card',
  bytes: frameOf(Uint8Array.from(commands.readBase)),
  headWithin: 2000,
  fits: (code, dataLength) => code !== status.found && (code !== status.ok || dataLength > textBytes),
};
