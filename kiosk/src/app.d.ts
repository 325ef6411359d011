import type { IncomingMessage } from 'node:http';
import type { StaffPerson } from '@lobby/hub/contract';
import type { Hub } from '@lobby/hub/hub.ts';

declare global {
  namespace App {
    interface Error {
      /** What a visitor can read to staff, and staff can find in the log. */
      id?: string;
    }
    interface Platform {
      req: IncomingMessage;
    }
    interface Locals {
      hub: Hub;
      /** Who asks, by the credential that came with the request. */
      terminalId: string | undefined;
      screenId: string | undefined;
      deskId: string | undefined;
      /** Who is logged in away from a desk, by account or by badge. */
      staff: StaffPerson | undefined;
      /** Set when answering failed by a fault of ours. */
      errorId?: string;
    }
  }
}
