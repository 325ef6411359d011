import { expect, test } from 'vitest';
import { runAgent } from './run-agent.ts';

test.each([
  [[], 'Which command?'],
  [['constructor'], 'There is no command "constructor".'],
  [['read-card'], 'read-card needs --device.'],
  [['read-card', '--device', 'usb:1'], '--device "usb:1" is not tcp://HOST:PORT or serial:///dev/tty….'],
  [
    ['read-card', '--device', 'tcp://h:1', '--timeout', 'soon'],
    '--timeout is a number of at most 3600, greater than 0.',
  ],
  [['read-card', '--device', 'tcp://h:1', '--baud', '1.5'], '--baud is a whole number.'],
  [['devices', '--agent-port', 'x'], '--agent-port is a number from 1 to 65535.'],
  [['read-card', '--devise', 'tcp://h:1'], "Unknown option '--devise'"],
  [['read-card', 'tcp://h:1'], "Unexpected argument 'tcp://h:1'"],
])('%j is answered with one sentence, the usage and code 2', async (args, sentence) => {
  const { code, stdout, stderr } = await runAgent(...args);
  expect(stderr).toContain(sentence);
  expect(stderr).toContain('\nUsage: ');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});

test('--help tells the commands', async () => {
  const { code, stdout } = await runAgent('--help');
  expect(stdout).toContain('read-card --device');
  expect(stdout).toContain('[--columns 48|32] [--baud N]');
  expect(code).toBe(0);
});
