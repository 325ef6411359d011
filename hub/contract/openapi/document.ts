import type { Words } from '../words.ts';
import { desksApi } from './desks.ts';
import { mirroredApi } from './mirrored.ts';
import type { OpenApiPart } from './schema-of.ts';

/** What the programs of others may ask of a hub: OpenAPI 3.1. Each part of the house describes its own addresses. */
export function openApiDocument(hospital: Words): OpenApiPart {
  const parts = [desksApi, mirroredApi];
  return {
    openapi: '3.1.0',
    info: {
      title: `${hospital.en} · ${hospital.zh}`,
      version: '1',
      summary: "For doctors' own software and the hospital information system.",
    },
    tags: parts.flatMap(({ tags }): readonly OpenApiPart[] => tags),
    paths: Object.assign({}, ...parts.map(({ paths }) => paths)) as OpenApiPart,
    components: {
      securitySchemes: Object.assign({}, ...parts.map(({ securitySchemes }) => securitySchemes)) as OpenApiPart,
    },
  };
}
