declare module 'espeak-ng' {
  /** Runs the espeak-ng command line once; files it writes are read from the virtual file system. */
  export default function ESpeakNg(options: {
    readonly arguments: string[];
    readonly print?: (line: string) => void;
    readonly printErr?: (line: string) => void;
  }): Promise<{ readonly FS: { readFile(path: string): Uint8Array } }>;
}
