// npm run -s maps -- COMMAND …: what operators ask of a hospital's map before and after it is published.

/** One command; `words` are what stands after its name. Gives the exit code. */
type Command = (words: readonly string[]) => Promise<number>;

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./report/check.ts')).check,
  route: async () => (await import('./route/route-command.ts')).routeCommand,
  graph: async () => (await import('./graph/graph-command.ts')).graphCommand,
  search: async () => (await import('./search/command.ts')).search,
  demo: async () => (await import('./venues/demo-generator/write.ts')).writeDemo,
};

const [name = '', ...words] = process.argv.slice(2);
const command = commands[name];
if (command !== undefined) process.exitCode = await (await command())(words);
else {
  const usage = `usage: npm run -s maps -- ${Object.keys(commands).join('|')} PATH …, and --help behind any of them`;
  const isHelp = name === '--help' || name === '-h';
  if (isHelp) console.log(usage);
  else console.error(name === '' ? usage : `${name} is no command of maps.\n${usage}`);
  process.exitCode = isHelp ? 0 : 2;
}
