export * from './venue.ts';
export * from './places.ts';
export * from './graph/walk-graph.ts';
export * from './route/route.ts';
export * from './words/step.ts';
export { describeRoute } from './words/describe-route.ts';
export * from './search/search-places.ts';
