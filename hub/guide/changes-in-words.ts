import type { GuideChange, MadeChange, Words } from '../contract/index.ts';
import { canClose } from './closables.ts';
import { guideLevel } from './level-words.ts';
import { canMove } from './moves.ts';
import { inBoth } from '@lobby/maps/words/names.ts';
import type { Serving } from './serving.ts';
import type { StoredChange } from './storage.ts';

/** What was changed by hand and stands, in words; the newest first. */
export function changesInWords(serving: Serving, changes: readonly StoredChange[]): readonly MadeChange[] {
  return changes
    .map(({ change, made_by, made_at }) => ({
      change,
      said: saidOf(serving, change),
      by: made_by,
      at: made_at,
      applies: applies(serving, change),
    }))
    .reverse();
}

export function applies(serving: Serving, change: GuideChange): boolean {
  if (change.change === 'closed') return canClose(serving, change.feature);
  return canMove(serving.graph, change);
}

function saidOf(serving: Serving, change: GuideChange): Words {
  if (change.change === 'closed') {
    const name = nameOf(serving, change.feature);
    const note = change.note ?? '';
    return {
      zh: `${name.zh}关闭${note === '' ? '' : `（${note}）`}`,
      en: `${name.en} closed${note === '' ? '' : ` (${note})`}`,
    };
  }
  const name = nameOf(serving, change.occupant);
  const unit = serving.venue.units.find(({ id }) => id === change.unit);
  const level = serving.venue.levels.find(({ id }) => id === unit?.levelId);
  const room = unit && inBoth(unit.name);
  const floor = level && guideLevel(level).name;
  const where = (language: 'zh' | 'en'): string =>
    [floor?.[language], room?.[language]].filter(Boolean).join(language === 'zh' ? ' ' : ', ');
  // Hanzi and figures keep a space between them.
  const space = /^[\da-z]/i.test(where('zh')) ? ' ' : '';
  return { zh: `${name.zh}搬至${space}${where('zh')}`, en: `${name.en} moved to ${where('en')}` };
}

function nameOf({ venue }: Serving, id: string): Words {
  const all = [venue.connectors, venue.occupants, venue.units, venue.openings, venue.network.nodes];
  for (const features of all) {
    const found = features.find((feature) => feature.id === id);
    const name = found && inBoth(found.name);
    if (name !== undefined && name !== null) return name;
  }
  return { zh: id, en: id };
}
