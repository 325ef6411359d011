import { answerWrite, refuse } from '#lib/server/answer.ts';
import { readBody } from '#lib/server/request-body.ts';
import { staffAccess } from '#lib/server/staff-access.ts';
import { serviceTicketWish } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** The hospital information system says that somebody has paid, or that an order was placed. */
export const POST: RequestHandler = async (event) => {
  const access = staffAccess(event);
  if (!access.ok) return refuse(access.reason);
  const body = await readBody(event.request, serviceTicketWish);
  if (!body.ok) return refuse(body.reason);
  return answerWrite(event.locals.hub.serviceTickets.give(body.value));
};
