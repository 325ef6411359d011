import { spokenCall } from '#lib/server/spoken-call.ts';
import type { RequestHandler } from './$types';

/** A whole spoken call. */
export const GET: RequestHandler = (event) => spokenCall(event);
