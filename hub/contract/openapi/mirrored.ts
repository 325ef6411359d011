import { z } from 'zod';
import {
  mirroredBatch,
  mirroredItem,
  mirroredQueueView,
  mirroredSnapshot,
  mirrorReply,
  snapshotTicket,
} from '../mirrored.ts';
import { answered, jsonBody, refusal, schemaOf, type OpenApiPart } from './schema-of.ts';

const security = [{ mirrorCredential: [] }];
const tags = ['mirrored areas'];
const unknown = { 401: answered('No such credential, or it was withdrawn', refusal) };
const queue = {
  name: 'queue',
  in: 'path',
  required: true,
  description: 'Id of the queue, or the code of its clinic in the hospital system',
  schema: { type: 'string' },
};

const item = schemaOf(mirroredItem, 'input');
const batch = schemaOf(mirroredBatch.extend({ items: z.array(mirroredItem).max(200) }), 'input');
const snapshot = schemaOf(mirroredSnapshot.extend({ tickets: z.array(snapshotTicket).max(1000) }), 'input');

const call = {
  kind: 'call',
  ticket: '20261123-012',
  call: '20261123-012-1',
  room: 'sens-411',
  queue: 'OPHT',
  label: 'Y012',
  occurredAt: '2026-11-23T09:10:00+08:00',
};
const waits = {
  ticket: '20261123-013',
  label: 'Y013',
  state: 'waiting',
  rank: 1,
  patient: { maskedName: '张*明', surname: '张', sex: 'male' },
};

/** Queues that live in another system: docs/mirrored-areas.md. */
export const mirroredApi = {
  tags: [
    {
      name: tags[0],
      description: 'Areas whose queue lives in the hospital information system or at a doctor’s workstation',
    },
  ],
  securitySchemes: {
    mirrorCredential: { type: 'http', scheme: 'bearer', description: 'Issued by an operator, for one area or for all' },
  },
  paths: {
    '/api/v1/mirror/items': {
      post: {
        tags,
        security,
        operationId: 'mirrorItems',
        summary: 'Say what has happened in a queue',
        description:
          'One item, or up to 200 in `items`. Saying anything twice, late or out of order does no harm. Bad items are refused one by one and keep none of the others out. No items: a sign of life.',
        requestBody: { required: true, ...jsonBody({ oneOf: [item, batch] }, { items: [call] }) },
        responses: { 200: answered('What was taken, and what was refused', schemaOf(mirrorReply)), ...unknown },
      },
    },
    '/api/v1/mirror/queues/{queue}/snapshot': {
      post: {
        tags,
        security,
        operationId: 'mirrorSnapshot',
        summary: 'Say how a whole queue stands',
        description: 'Tickets that are not in it, and of which nothing newer is known, are there no longer.',
        parameters: [queue],
        requestBody: {
          required: true,
          ...jsonBody(snapshot, { occurredAt: '2026-11-23T09:12:00+08:00', tickets: [waits] }),
        },
        responses: {
          200: answered('What was taken, and what was refused', schemaOf(mirrorReply)),
          ...unknown,
          403: answered('The credential is for another area', refusal),
          404: answered('There is no such queue', refusal),
        },
      },
    },
    '/api/v1/mirror/queues/{queue}': {
      get: {
        tags,
        security,
        operationId: 'mirroredQueue',
        summary: 'The queue as the screens have it, and which calls they have shown',
        parameters: [queue],
        responses: {
          200: answered('The queue', schemaOf(mirroredQueueView)),
          ...unknown,
          404: answered('There is no such queue, or it is not of this area', refusal),
        },
      },
    },
  },
} as const satisfies {
  readonly tags: readonly OpenApiPart[];
  readonly securitySchemes: OpenApiPart;
  readonly paths: OpenApiPart;
};
