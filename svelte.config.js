// The Svelte configuration shared by the kiosk build, svelte-check, eslint and the editor.
// kiosk/vite.config.ts hands it to SvelteKit: a file of this name inside the Vite root would be refused.
import adapter from '@sveltejs/adapter-node';

/** @type {Parameters<typeof import('@sveltejs/kit/vite').sveltekit>[0]} */
const config = {
  adapter: adapter({ out: 'build', precompress: true }),
  compilerOptions: { runes: true },
  // Pages come from the hub or through an agent: whatever they load comes from the same place as they do.
  csp: {
    directives: {
      'default-src': ['self'],
      'script-src': ['self'],
      'style-src': ['self', 'unsafe-inline'],
      'img-src': ['self', 'data:', 'blob:'],
      'font-src': ['self', 'data:'],
      'media-src': ['self', 'blob:'],
      'worker-src': ['self', 'blob:'],
      'object-src': ['none'],
      'base-uri': ['none'],
      'form-action': ['self'],
      'frame-ancestors': ['none'],
    },
  },
  // kiosk/src/hooks.server.ts checks the origin of every write itself, of forms and of JSON, in development too.
  csrf: { trustedOrigins: ['*'] },
};

export default config;
