declare module 'espeak-ng' {
  /** Runs the espeak-ng command line once; files it writes are read from the virtual file system. */
  export default function ESpeakNg(options: {
    readonly arguments: string[];
    readonly print?: (line: string) => void;
    readonly printErr?: (line: string) => void;
    /** Makes an instance of the program itself, instead of reading and compiling it; `ready` takes what it made. */
    readonly instantiateWasm?: (
      imports: WebAssembly.Imports,
      ready: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ) => object;
  }): Promise<{ readonly FS: { readFile(path: string): Uint8Array } }>;
}
