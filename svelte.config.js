// The Svelte configuration shared by the kiosk build, svelte-check, eslint and the editor.
// kiosk/vite.config.ts hands it to SvelteKit: a file of this name inside the Vite root would be refused.
import adapter from '@sveltejs/adapter-node';

/** @type {Parameters<typeof import('@sveltejs/kit/vite').sveltekit>[0]} */
const config = {
  adapter: adapter({ out: 'build', precompress: true }),
  compilerOptions: { runes: true },
};

export default config;
