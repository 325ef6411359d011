import type { SlipPrinter } from '../printers/slip-printer.ts';
import type { CardReader } from '../readers/card-reader.ts';
import type { AwayPlace } from './away-page.ts';
import type { CodeOptions } from './code-meanings.ts';
import type { DeviceAddresses, Scanners } from './device-watch.ts';
import type { Log } from './log.ts';
import type { PrintQueue } from './printing.ts';
import type { TestSlipPlace } from './self-test-slip.ts';
import type { GatewayTiming } from './timing.ts';

export interface GatewayOptions {
  readonly terminalId: string;
  /** 0: any free port. The gateway listens on 127.0.0.1 and nowhere else. */
  readonly port: number;
  readonly hub: URL;
  /** Folder of this terminal's credential. */
  readonly dataFolder: string;
  readonly place: AwayPlace & Pick<TestSlipPlace, 'timeZone'>;
  /** Numbers of cards that are there for self-tests. */
  readonly testCards?: readonly string[];
  readonly version: string;
  readonly reader: CardReader | undefined;
  readonly printer: SlipPrinter | undefined;
  readonly prints: PrintQueue | undefined;
  readonly scanners?: Scanners;
  /** Where each device is; told to whoever asks this machine how its devices are. */
  readonly addresses?: DeviceAddresses;
  /** How codes are told apart; left out: as where a site says nothing of it. */
  readonly codes?: Partial<CodeOptions>;
  readonly enrolmentCode?: string | undefined;
  /** Also lets the sources of the pages pass, for whoever works on them. */
  readonly development?: boolean;
  readonly now: () => number;
  readonly newKey: () => string;
  readonly log: Log;
  readonly timing?: Partial<GatewayTiming>;
}
