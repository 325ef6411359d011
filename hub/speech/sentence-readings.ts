/** Phrases of screens that the dictionary reads otherwise than a nurse says them. */
export const sentenceReadings: ReadonlyMap<string, string> = new Map([['通知了', 'tong1 zhi1 le5']]);
