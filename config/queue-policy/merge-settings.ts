type Settings = Readonly<Record<string, unknown>>;

/**
 * Settings of one level on top of those of the level above: groups setting by setting; lists, texts and rules (what
 * has a `rule`) are taken whole.
 */
export function mergeSettings<Base extends object>(base: Base, over: object | undefined): Base {
  if (over === undefined) return base;
  const merged: Record<string, unknown> = Object.fromEntries(Object.entries(base));
  for (const [key, value] of Object.entries(over)) {
    if (value === undefined) continue;
    const below = merged[key];
    merged[key] = isGroup(below) && isGroup(value) ? mergeSettings(below, value) : value;
  }
  return merged as Base;
}

function isGroup(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('rule' in value) && !('zh' in value);
}
