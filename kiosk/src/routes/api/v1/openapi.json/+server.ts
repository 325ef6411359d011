import { openApiDocument } from '@lobby/hub/contract/openapi/document.ts';
import type { RequestHandler } from './$types';

/** What programs of others may ask, for whoever writes them: it names nobody and needs no credential. */
export const GET: RequestHandler = ({ locals }) => Response.json(openApiDocument(locals.hub.site.hospital.name));
