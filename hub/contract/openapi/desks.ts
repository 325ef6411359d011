import { deskAction } from '../desk-actions.ts';
import { deskReply } from '../desk.ts';
import { deskView } from '../desk-view.ts';
import { answered, jsonBody, refusal, schemaOf, type OpenApiPart } from './schema-of.ts';

const security = [{ deskCredential: [] }];
const tags = ['desks'];
const unknown = { 401: answered('No such credential, it was withdrawn, or it is for another desk', refusal) };
const parameters = [
  { name: 'deskId', in: 'path', required: true, description: 'Id of the desk', schema: { type: 'string' } },
];

const next = { action: 'next', key: '0c7e1a52-5a52-4b0e-9f0f-2f9a2b7b6d11', serving: null };

/** What a doctor's own software may do at a desk: docs/api.md. */
export const desksApi = {
  tags: [{ name: tags[0], description: 'Desks of doctors, windows and triage nurses, for their own software' }],
  securitySchemes: {
    deskCredential: {
      type: 'http',
      scheme: 'bearer',
      description: 'Issued by an operator for one person at one desk',
    },
  },
  paths: {
    '/api/v1/desks/{deskId}': {
      get: {
        tags,
        security,
        parameters,
        operationId: 'deskView',
        summary: 'Whom the desk serves, who waits and why in this order',
        responses: { 200: answered('The view', schemaOf(deskView)), ...unknown },
      },
    },
    '/api/v1/desks/{deskId}/actions': {
      post: {
        tags,
        security,
        parameters,
        operationId: 'deskAction',
        summary: 'Call, recall, miss, finish, and every other verb of a desk',
        description:
          'The same key gets the same answer: send it again while no answer comes. A call made here reaches the same screens as one made at the desk page.',
        requestBody: { required: true, ...jsonBody(schemaOf(deskAction, 'input'), next) },
        responses: {
          200: answered('Done; the view after it', schemaOf(deskReply)),
          ...unknown,
          403: answered('This person may not do that here; `said` says so', schemaOf(deskReply)),
          404: answered('There is no such ticket, queue or call', schemaOf(deskReply)),
          409: answered('Nothing was done; `said` says why, `view` is how things are now', schemaOf(deskReply)),
        },
      },
    },
    '/api/v1/desks/{deskId}/feed': {
      get: {
        tags,
        security,
        parameters,
        operationId: 'deskFeed',
        summary: 'Views and events as they happen',
        description:
          'Server-sent events: `desk` carries a view. Send `Last-Event-ID` to go on where a connection broke.',
        responses: { 200: { description: 'A stream', content: { 'text/event-stream': {} } }, ...unknown },
      },
    },
  },
} as const satisfies {
  readonly tags: readonly OpenApiPart[];
  readonly securitySchemes: OpenApiPart;
  readonly paths: OpenApiPart;
};
