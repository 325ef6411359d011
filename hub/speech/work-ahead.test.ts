import { expect, test } from 'vitest';
import { workLine } from './work-ahead.ts';

function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return { opened: promise, open: () => resolve(undefined) };
}

test('a call that somebody waits for goes before those made ahead, and one that is wanted moves up', async () => {
  const line = workLine<string>(10);
  const first = gate();
  const done: string[] = [];
  const work = (name: string) => async (): Promise<string> => {
    if (name === 'a') await first.opened;
    done.push(name);
    return name;
  };
  for (const name of ['a', 'b', 'c', 'd']) line.ahead(name, work(name));
  const urgent = line.now('e', work('e'));
  const promoted = line.now('d', work('d'));
  first.open();
  await Promise.all([urgent, promoted, line.now('c', work('c'))]);
  await line.now('b', work('b'));
  expect(done).toEqual(['a', 'c', 'd', 'e', 'b']);
});

test('two who want the same sound wait for one piece of work', async () => {
  const line = workLine<object>(10);
  let made = 0;
  const work = async (): Promise<object> => ({ made: ++made });
  const [one, two] = await Promise.all([line.now('x', work), line.now('x', work)]);
  expect(one).toBe(two);
  expect(made).toBe(1);
});

test('work that fails tells whoever waits, and the line goes on', async () => {
  const line = workLine<string>(10);
  const fails = line.now('bad', () => Promise.reject(new Error('no voice')));
  const works = line.now('good', async () => 'good');
  await expect(fails).rejects.toThrow('no voice');
  await expect(works).resolves.toBe('good');
});

test('no more than agreed waits ahead of need', async () => {
  const line = workLine<string>(2);
  const hold = gate();
  const made: string[] = [];
  const work = (name: string) => async (): Promise<string> => {
    await hold.opened;
    made.push(name);
    return name;
  };
  for (const name of ['a', 'b', 'c', 'd']) line.ahead(name, work(name));
  hold.open();
  await line.now('last', work('last'));
  await line.now('b', work('b')).catch(() => undefined);
  expect(made).not.toContain('c');
  expect(made).not.toContain('d');
});

test('a closed line refuses what waits and what comes', async () => {
  const line = workLine<string>(10);
  const hold = gate();
  const running = line.now('running', async () => {
    await hold.opened;
    return 'done';
  });
  const waiting = line.now('waiting', async () => 'never');
  line.close();
  await expect(waiting).rejects.toThrow('closed');
  await expect(line.now('late', async () => 'never')).rejects.toThrow('closed');
  hold.open();
  await expect(running).resolves.toBe('done');
});
