import { expect, test, vi } from 'vitest';
import { describeFault, logFault } from './fault-log.ts';

test('a fault is logged by kind and place, never with what was in it', () => {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
  const id = logFault({ where: '/api/visits/[id]/agenda', error: brokenJson('{"name":"张明明"') });
  log.mockRestore();
  expect(id).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
  expect(lines.join('\n')).toContain(`fault ${id} in /api/visits/[id]/agenda: SyntaxError`);
  expect(lines.join('\n')).toContain('fault-log.test.ts');
  expect(lines.join('\n')).not.toContain('张明明');
});

test('a message of several lines does not slip in among the places', () => {
  const error = new Error('first\nA012 张明明\n  at home');
  expect(describeFault(error)).not.toContain('张明明');
});

test('what caused a fault is named too', () => {
  const error = new Error('outer', { cause: Object.assign(new Error('inner'), { code: 'SQLITE_BUSY' }) });
  expect(describeFault(error)).toContain('caused by Error SQLITE_BUSY');
});

test('something thrown that is no error is named by its kind', () => {
  expect(describeFault('张明明')).toBe('a thrown string');
});

function brokenJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}
