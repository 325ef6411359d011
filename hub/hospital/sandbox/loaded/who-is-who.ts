import type { Loaded, LoadedIdentifier, LoadedResource, LoadedType, Pointer } from '../../../contract/index.ts';

/** All loaded resources, found by what others call them. */
export class WhoIsWho {
  readonly all: readonly LoadedResource[];
  readonly #byKey = new Map<string, LoadedResource>();
  readonly #byIdentifier = new Map<string, LoadedResource>();

  constructor(all: readonly LoadedResource[]) {
    this.all = all;
    for (const resource of all) {
      for (const key of resource.keys) this.#byKey.set(key, resource);
      for (const name of resource.identifiers.flatMap((one) => namesOf(one, resource.type)))
        this.#byIdentifier.set(name, resource);
    }
  }

  /** The resource that is meant; undefined when it is not among the data. */
  find(pointer: Pointer | null): LoadedResource | undefined {
    if (pointer === null) return undefined;
    const known = pointer.keys.flatMap((key) => this.#byKey.get(key) ?? [])[0];
    if (known !== undefined || pointer.identifier === null) return known;
    const { identifier, type } = pointer;
    const system = identifier.system ?? '';
    return this.#byIdentifier.get(`${type ?? ''}|${system}|${identifier.value}`);
  }

  findAs<T extends LoadedType>(type: T, pointer: Pointer | null): Loaded<T> | undefined {
    const found = this.find(pointer);
    return found !== undefined && isA(found, type) ? found : undefined;
  }

  every<T extends LoadedType>(type: T): Loaded<T>[] {
    return this.all.filter((one) => isA(one, type));
  }
}

export function isA<T extends LoadedType>(resource: LoadedResource, type: T): resource is Loaded<T> {
  return resource.type === type;
}

/** By type and system, and by what references leave out of these. */
function namesOf({ system, value }: LoadedIdentifier, type: LoadedType): string[] {
  return [`${type}|${system ?? ''}|${value}`, `${type}||${value}`, `|${system ?? ''}|${value}`];
}
