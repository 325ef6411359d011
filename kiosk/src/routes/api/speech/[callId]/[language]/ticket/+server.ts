import { spokenCall } from '#lib/server/spoken-call.ts';
import type { RequestHandler } from './$types';

/** The ticket and the room alone, for a screen on which many calls wait. */
export const GET: RequestHandler = (event) => spokenCall(event, 'ticket');
