import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          maxWorkers: 2,
          include: ['{config,maps,hub,agent,display,kiosk,tools}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/build/**'],
          server: { deps: { external: [/@lobby\//] } },
        },
      },
      {
        test: {
          name: 'contracts',
          // They wait for databases, programs and devices far more than they reckon.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          include: ['tests/{contracts,faults}/**/*.test.ts'],
          globalSetup: ['tests/support/postgres.ts', 'tests/support/first-starts.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
