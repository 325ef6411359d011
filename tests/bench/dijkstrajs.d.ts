declare module 'dijkstrajs' {
  type Costs = Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Throws where no path leads. */
  const dijkstra: { readonly find_path: (graph: Costs, from: string, to: string) => string[] };
  export default dijkstra;
}
