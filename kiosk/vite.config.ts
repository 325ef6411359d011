import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import config from '../svelte.config.js';

// hub, maps and config run as they are, outside the bundle: bundled, their migrations and workers would not be found,
// and an edit in development would load a second hub without followers.
const ours = /^@lobby\/(hub|maps|config)(\/|$)/;

export default defineConfig({
  plugins: [sveltekit(config)],
  // The oldest browser behind a door; what it lacks besides syntax is in src/lib/old-browsers.ts.
  build: { target: ['chrome88', 'edge88', 'firefox114', 'safari16.4'] },
  server: { fs: { allow: ['..'] } },
  ssr: { external: ['@lobby/hub', '@lobby/maps', '@lobby/config'], noExternal: ['@lobby/display'] },
  environments: { ssr: { build: { rolldownOptions: { external: [ours] } } } },
});
