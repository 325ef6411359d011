import type { Place } from '../places.ts';
import type { Bilingual } from '../words/step.ts';
import { type CategoryId, categoryIds, clinicCategories, clinics, rules } from './category-rules.ts';
import { folded, wordsOf } from './folded.ts';

export { categoryIds } from './category-rules.ts';
export type { CategoryId } from './category-rules.ts';

/** What a terminal offers before anybody has typed: a heading and the places under it, floor by floor. */
export interface OfferedCategory {
  readonly id: CategoryId;
  readonly name: Bilingual;
  readonly places: readonly Place[];
}

/** Groups the places of a venue as a terminal offers them. Single consulting rooms are found by searching only. */
export function offeredCategories(
  places: readonly Place[],
  levels: readonly { readonly id: string; readonly ordinal: number }[],
): readonly OfferedCategory[] {
  const floors = new Map(levels.map(({ id, ordinal }) => [id, ordinal]));
  const groups = new Map<CategoryId, Place[]>();
  for (const place of places) {
    const id = categoryOf(place);
    if (id !== null) groups.set(id, [...(groups.get(id) ?? []), place]);
  }
  const names = new Map([...rules.map(({ id, name }) => [id, name] as const), ['clinics', clinics] as const]);
  return categoryIds.flatMap((id) => {
    const found = groups.get(id);
    const name = names.get(id);
    if (found === undefined || name === undefined) return [];
    const byFloor = (place: Place) => floors.get(place.levelId) ?? 0;
    return [{ id, name, places: found.toSorted((a, b) => byFloor(a) - byFloor(b)) }];
  });
}

/** Things to walk by or to find on the way, which have no heading of their own. */
const onTheWay = new Set([
  ...['landmark', 'seating', 'defibrillator', 'handsanitizerstation', 'powerchargingstation', 'drinkingfountain'],
  ...['checkin.desk', 'waitingroom', 'walkway', 'lounge'],
]);
/** Rooms behind a test that nobody goes to by themselves. */
const behind = ['更衣', '苏醒', '准备', '休息', '家属', '清洗', '接收', '登记', '煎药', '注射', '穿刺'];

/** Under which heading a place is offered; null: under none. */
export function categoryOf(place: Place): CategoryId | null {
  const byCategory = rules.find(({ categories }) => categories.some((category) => isKindOf(place.category, category)));
  if (byCategory !== undefined) return byCategory.id;
  if (isClinic(place)) return 'clinics';
  const names = Object.values(place.name);
  if (onTheWay.has(place.category) || behind.some((word) => names.some((name) => name.includes(word)))) return null;
  return rules.find(({ words }) => words.some((word) => names.some((name) => says(name, word))))?.id ?? null;
}

function says(name: string, word: string): boolean {
  return /\p{Script=Han}/u.test(word) ? folded(name).includes(word) : wordsOf(name).includes(word);
}

function isClinic({ kind, category, site }: Place): boolean {
  return kind === 'occupant' && (clinicCategories.has(category) || site.area !== null || site.departments.length > 0);
}

const isKindOf = (category: string, kind: string): boolean => category === kind || category.startsWith(`${kind}.`);
