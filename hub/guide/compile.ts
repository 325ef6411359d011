import type { Refused } from '@lobby/maps/archive/archive.ts';
import { openVenueBytes } from '@lobby/maps/open-venue.ts';
import { buildGraph } from '@lobby/maps/graph/build-graph.ts';
import type { WalkGraph } from '@lobby/maps/graph/walk-graph.ts';
import type { ReportLine } from '../contract/index.ts';
import { reportLines } from './report-words.ts';

/** An archive that is to be opened. */
export interface CompileWish {
  readonly name: string;
  readonly archive: Uint8Array;
  readonly corrections: string | null;
}

/** Where one walks in a venue, as its archive has it. */
export interface Compiled {
  readonly ok: true;
  readonly graph: WalkGraph;
  readonly report: readonly ReportLine[];
}

export type CompileReply = Compiled | (Refused & { readonly report: readonly ReportLine[] });

/** What takes seconds of a map, done in a thread beside the hub. */
export function compile({ name, archive, corrections }: CompileWish): CompileReply {
  const opened = openVenueBytes(archive, { name, ...(corrections === null ? {} : { corrections }) });
  if (!opened.ok) return { ...opened, report: reportLines(opened.report?.findings ?? []) };
  return { ok: true, graph: buildGraph(opened.venue), report: reportLines(opened.report.findings) };
}
