/** Why something was scanned and gave no text. */
export type CodeProblem =
  | 'code-too-long' // more bytes than any credential has
  | 'code-unreadable'; // bytes that are no text, or several lines where one was expected

export type ScannerEvent =
  | { readonly type: 'code.scanned'; readonly text: string }
  | { readonly type: 'code.trouble'; readonly problem: CodeProblem }
  | { readonly type: 'scanner.ready' }
  | { readonly type: 'scanner.away'; readonly why: string };

/**
 * A device that says by itself what it has read: a QR scanner, a magnetic-stripe reader, a passport reader. What it has
 * read is a patient's and never logged.
 */
export interface CodeScanner {
  readonly state: { readonly ready: boolean; readonly why: string | null };
  onEvent(listener: (event: ScannerEvent) => void): () => void;
  close(): Promise<void>;
}
