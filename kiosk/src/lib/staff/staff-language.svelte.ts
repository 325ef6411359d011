import { isLanguage, languageTag, otherLanguage, type Language } from '#lib/words/language.ts';

const storageKey = 'lobby-desk-language';

/** The language of the staff at this browser; remembered here, since it is nobody's personal data. */
export class StaffLanguage {
  #now = $state<Language>('zh');

  get now(): Language {
    return this.#now;
  }

  /** Takes up what was chosen last time. */
  recall(): void {
    const chosen = storage()?.getItem(storageKey);
    if (isLanguage(chosen)) this.#now = chosen;
    document.documentElement.lang = languageTag[this.#now];
  }

  switch(): void {
    this.#now = otherLanguage(this.#now);
    storage()?.setItem(storageKey, this.#now);
    document.documentElement.lang = languageTag[this.#now];
  }
}

/** A browser may keep nothing at all by its owner's wish. */
function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
