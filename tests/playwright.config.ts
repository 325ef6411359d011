import { defineConfig } from '@playwright/test';

const chromium = process.env['LOBBY_CHROMIUM'];
// Chromium refuses its sandbox to root; only tests run as root.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export default defineConfig({
  testDir: 'journeys',
  outputDir: '../test-results/journeys',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  use: {
    browserName: 'chromium',
    // Painting movement takes more of a processor than all else; journeys in which it matters ask for it (`withMovement`).
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    // Moving pictures of every page would take more of the processor than the pages themselves.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: [
        ...asRoot,
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--autoplay-policy=no-user-gesture-required',
      ],
    },
  },
});
