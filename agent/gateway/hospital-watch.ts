import type { HospitalStatus } from '@lobby/hub/contract';

/** How the hospital system behind the hub is, as far as the hub has said. */
export interface HospitalWatch {
  /** Undefined until the hub has said so. */
  readonly now: HospitalStatus | undefined;
  readonly found: (status: HospitalStatus) => void;
  onChange(listener: (status: HospitalStatus) => void): () => void;
}

/** Remembers what the hub says of the hospital system, and tells when it is something else. */
export function watchHospital(): HospitalWatch {
  const listeners = new Set<(status: HospitalStatus) => void>();
  let now: HospitalStatus | undefined;
  return {
    get now() {
      return now;
    },
    found(status) {
      const same = now?.state === status.state && now.since === status.since;
      now = status;
      if (!same) listeners.forEach((listener) => listener(status));
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
