/** For `test.use`: pages move as they do for everybody who has not asked for less of it. */
export const withMovement = { contextOptions: { reducedMotion: 'no-preference' } } as const;
