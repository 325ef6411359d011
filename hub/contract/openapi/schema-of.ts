import { z } from 'zod';

/** A part of an OpenAPI 3.1 document. */
export type OpenApiPart = Readonly<Record<string, unknown>>;

/** A schema of the contract as JSON Schema 2020-12, which OpenAPI 3.1 takes as it is. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output'): OpenApiPart {
  const full = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return Object.fromEntries(Object.entries(full).filter(([key]) => key !== '$schema'));
}

export function jsonBody(schema: OpenApiPart, example?: unknown): OpenApiPart {
  return { content: { 'application/json': { schema, ...(example !== undefined && { example }) } } };
}

export function answered(description: string, schema: OpenApiPart): OpenApiPart {
  return { description, ...jsonBody(schema) };
}

/** What every refusal over HTTP looks like. */
export const refusal: OpenApiPart = {
  type: 'object',
  required: ['ok', 'reason', 'message'],
  properties: {
    ok: { const: false },
    reason: { type: 'string' },
    message: { type: 'object', properties: { zh: { type: 'string' }, en: { type: 'string' } } },
  },
};
