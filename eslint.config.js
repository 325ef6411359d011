import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// Which room may lean on which. What is not listed here is an error; see docs/decisions/rooms.md.
/** @type {Record<string, string[]>} */
const leansOn = {
  config: [],
  maps: [],
  hub: ['maps', 'config'],
  agent: ['config', 'hub/contract'],
  display: ['maps', 'config', 'hub/contract'],
  kiosk: ['maps', 'config', 'hub', 'display'],
  tests: ['maps', 'config', 'hub', 'agent', 'display', 'kiosk'],
  tools: ['config'],
};
const rooms = ['config', 'maps', 'hub', 'agent', 'display', 'kiosk', 'tests'];

/**
 * Imports that a room may not make, as patterns for no-restricted-imports.
 * @param {string} room
 * @param {object[]} extra
 */
function forbidden(room, extra = []) {
  const allowed = leansOn[room] ?? [];
  const packages = rooms
    .filter((other) => other !== room && !allowed.includes(other))
    .map((other) =>
      allowed.includes(`${other}/contract`)
        ? { regex: `^@lobby/${other}(?!/contract(/|$))(/|$)`, message: `${room} sees of ${other} the contract only` }
        : { regex: `^@lobby/${other}(/|$)`, message: `${room} does not lean on ${other}` },
    );
  const across = {
    regex: `^(\\.\\./)+(${rooms.filter((other) => other !== room).join('|')})/`,
    message: 'import another room by its package name',
  };
  return { patterns: [...packages, across, ...extra] };
}

const otherStorage = {
  regex: '^\\.\\./[a-z-]+/storage',
  message: "a concern calls another concern's functions, never its storage",
};
const hubOnServerOnly = {
  regex: '^@lobby/hub(?!/contract(/|$))',
  allowTypeImports: true,
  message: 'only server modules see more of the hub than its contract',
};

/**
 * @param {string} room
 * @returns {import('eslint').Linter.RulesRecord}
 */
function importRules(room) {
  const extra = room === 'hub' ? [otherStorage] : room === 'kiosk' ? [hubOnServerOnly] : [];
  return {
    'no-restricted-imports': 'off',
    '@typescript-eslint/no-restricted-imports': ['error', forbidden(room, extra)],
  };
}

export default defineConfig(
  { ignores: ['**/node_modules', '**/build', '**/.svelte-kit', '**/data', 'docs', 'test-results'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node, ...globals.browser, Temporal: 'readonly' } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/unified-signatures': 'off',
      'no-console': 'off',
      'no-control-regex': 'off',
      eqeqeq: 'error',
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
    rules: { 'svelte/no-navigation-without-resolve': 'off' },
  },
  ...Object.keys(leansOn).map((room) => ({ files: [`${room}/**/*.{ts,js,svelte}`], rules: importRules(room) })),
  {
    files: ['kiosk/**/*.server.ts', 'kiosk/**/server/**/*.ts', 'kiosk/**/+server.ts', 'kiosk/src/hooks.server.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', forbidden('kiosk')] },
  },
);
