import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import config from '../svelte.config.js';

// hub, maps and config run as they are, outside the bundle: bundled, their migrations and workers would not be found,
// and an edit in development would load a second hub without followers.
const ours = /^@lobby\/(hub|maps|config)(\/|$)/;

export default defineConfig({
  plugins: [sveltekit(config)],
  server: { fs: { allow: ['..'] } },
  ssr: { external: ['@lobby/hub', '@lobby/maps', '@lobby/config'], noExternal: ['@lobby/display'] },
  environments: { ssr: { build: { rolldownOptions: { external: [ours] } } } },
});
