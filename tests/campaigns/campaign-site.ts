import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSite, type Site } from '@lobby/config';

/** The demo hospital with more patients and terminals, its patience with the hospital system so many times as short. */
export function makeCampaignSite(wanted: {
  readonly from: string;
  readonly to: string;
  readonly terminals: readonly string[];
  readonly patients: number;
  readonly speed: number;
}): Site {
  const { from, to, terminals, speed } = wanted;
  cpSync(from, to, { recursive: true });
  const site = readFileSync(join(to, 'site.yaml'), 'utf8');
  writeFileSync(join(to, 'site.yaml'), site.replace(/patients: \d+/, `patients: ${wanted.patients}`));
  // Each agent is told on its command line where its devices really are.
  const devices = (index: number): string => {
    const [reader, printer] = [10_000 + 2 * index, 10_001 + 2 * index].map((port) => `tcp://127.0.0.1:${port}`);
    return `reader: { kind: sdt, address: '${reader}' }, printer: { kind: escpos, address: '${printer}' }`;
  };
  const lines = terminals.map(
    (id, index) =>
      `  - { id: ${id}, name: { zh: ${id} 号机, en: Terminal ${id} }, level: 1, panel: portrait-21, ${devices(index)} }`,
  );
  writeFileSync(join(to, 'terminals.yaml'), ['terminals:', ...lines, ''].join('\n'));
  const { readSeconds, writeSeconds, slowSeconds, breaker } = loadSite(to).hospitalSystem;
  const hurried = {
    hospitalSystem: {
      readSeconds: readSeconds / speed,
      writeSeconds: writeSeconds / speed,
      slowSeconds: slowSeconds / speed,
      breaker: {
        failures: breaker.failures,
        withinSeconds: breaker.withinSeconds / speed,
        restSeconds: breaker.restSeconds / speed,
      },
    },
  };
  writeFileSync(join(to, 'hospital-system.yaml'), JSON.stringify(hurried));
  return loadSite(to);
}
