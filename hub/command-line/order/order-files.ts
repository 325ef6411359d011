/** A file that an operator gave and that cannot be used: which, the key to look at, and a sentence with what is allowed. */
export class UnusableFile extends Error {
  override readonly name = 'UnusableFile';
  readonly reason: 'bad-policy' | 'bad-tickets' | 'bad-day' | 'bad-seed';

  constructor(
    reason: UnusableFile['reason'],
    where: { readonly file: string; readonly key: string; readonly sentence: string },
  ) {
    const { file, key, sentence } = where;
    super([file, ...(key === '' ? [] : [key]), sentence].join(': '));
    this.reason = reason;
  }
}
