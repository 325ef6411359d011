/** What is spoken of one call. */
export interface CallWords {
  /** Ticket label, such as A012. */
  readonly label: string;
  /** Family name in Chinese characters; null where only the ticket may be spoken. */
  readonly surname: string | null;
  readonly sex: 'male' | 'female' | 'unknown';
  readonly room: { readonly zh: string; readonly en: string };
}

export type SpokenLanguage = 'zh' | 'en';
