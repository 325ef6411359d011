/** Sounds by name, the least used ones forgotten when they hold more than `limitBytes` together. */
export interface SoundCache {
  get(name: string): Uint8Array | undefined;
  set(name: string, sound: Uint8Array): void;
  clear(): void;
}

export function soundCache(limitBytes: number): SoundCache {
  const sounds = new Map<string, Uint8Array>();
  let held = 0;
  const forget = (name: string): void => {
    held -= sounds.get(name)?.length ?? 0;
    sounds.delete(name);
  };
  return {
    get: (name) => {
      const sound = sounds.get(name);
      if (sound === undefined) return undefined;
      sounds.delete(name);
      sounds.set(name, sound);
      return sound;
    },
    set: (name, sound) => {
      forget(name);
      sounds.set(name, sound);
      held += sound.length;
      for (const oldest of sounds.keys()) {
        if (held <= limitBytes) return;
        forget(oldest);
      }
    },
    clear: () => {
      sounds.clear();
      held = 0;
    },
  };
}
