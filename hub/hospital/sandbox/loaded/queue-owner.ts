import type { Loaded, LoadedResource, Pointer, Words } from '../../../contract/index.ts';
import type { WhoIsWho } from './who-is-who.ts';

/** Whose patients wait together: a person's, else a place's, else a service's, else all the others'. */
export interface QueueOwner {
  readonly kind: 'practitioner' | 'location' | 'service' | 'general';
  readonly identity: string;
  readonly name: Words | null;
  /** What a person is there for, where the data says so. */
  readonly service: Words | null;
  readonly organization: { readonly identity: string; readonly name: Words } | null;
  /** The place that this appointment names, where it names one. */
  readonly place: { readonly identity: string; readonly name: Words } | null;
}

type Kind = QueueOwner['kind'];

/** Who takes part in appointments, looked up once for all of them. */
export class QueueOwners {
  readonly #data: WhoIsWho;
  readonly #roles: ReadonlyMap<string, Loaded<'PractitionerRole'>>;

  constructor(data: WhoIsWho) {
    this.#data = data;
    const roles = data.every('PractitionerRole').map((role) => [identityOf(role.practitioner, data), role] as const);
    this.#roles = new Map(roles.flatMap(([identity, role]) => (identity === undefined ? [] : [[identity, role]])));
  }

  ownerOf(appointment: Loaded<'Appointment'>): QueueOwner {
    const actors = [...appointment.actors, ...this.#scheduled(appointment)];
    const place = this.#first(actors, 'Location');
    const named = place === undefined || place.name === null ? null : { identity: place.identity, name: place.name };
    const found =
      this.#practitioner(actors) ??
      this.#placeOrService(place, 'location') ??
      this.#placeOrService(this.#first(actors, 'HealthcareService'), 'service') ??
      serviceInWords(appointment.service) ??
      general;
    return { ...found, place: named };
  }

  /** Those whose schedule the slots belong to. */
  #scheduled(appointment: Loaded<'Appointment'>): Pointer[] {
    return appointment.slots.flatMap((pointer) => {
      const slot = this.#data.findAs('Slot', pointer);
      return this.#data.findAs('Schedule', slot?.schedule ?? null)?.actors ?? [];
    });
  }

  #practitioner(actors: readonly Pointer[]): Omit<QueueOwner, 'place'> | undefined {
    const direct = this.#first(actors, 'Practitioner');
    const role = this.#first(actors, 'PractitionerRole');
    const roleFile = role?.resource?.type === 'PractitionerRole' ? role.resource : undefined;
    const ofRole = this.#seen(roleFile?.practitioner ?? null, 'Practitioner');
    const person = direct ?? ofRole ?? role;
    if (person === undefined) return undefined;
    const work = roleFile ?? this.#roles.get(person.identity);
    return {
      kind: 'practitioner',
      identity: person.identity,
      name: person.name,
      service: work?.specialty ?? this.#firstName(work?.services ?? []),
      organization: this.#organization(work?.organization ?? null),
    };
  }

  #placeOrService(seen: Seen | undefined, kind: Kind): Omit<QueueOwner, 'place'> | undefined {
    if (seen === undefined) return undefined;
    const { resource, identity, name } = seen;
    const managing = resource !== undefined && 'organization' in resource ? resource.organization : null;
    return { kind, identity, name, service: null, organization: this.#organization(managing) };
  }

  #organization(pointer: Pointer | null): QueueOwner['organization'] {
    const seen = this.#seen(pointer, 'Organization');
    return seen === undefined || seen.name === null ? null : { identity: seen.identity, name: seen.name };
  }

  #firstName(pointers: readonly Pointer[]): Words | null {
    return pointers.flatMap((pointer) => this.#seen(pointer, 'HealthcareService')?.name ?? [])[0] ?? null;
  }

  #first(actors: readonly Pointer[], type: SeenType): Seen | undefined {
    for (const pointer of actors) {
      const seen = this.#seen(pointer, type);
      if (seen !== undefined) return seen;
    }
    return undefined;
  }

  /** One who is meant, also when the data has no more of them than the reference and what it is displayed as. */
  #seen(pointer: Pointer | null, type: SeenType): Seen | undefined {
    if (pointer === null) return undefined;
    const resource = this.#data.find(pointer);
    if (resource !== undefined) {
      if (resource.type !== type) return undefined;
      const own = 'name' in resource ? resource.name : null;
      return { identity: resource.identity, name: own ?? pointer.display, resource };
    }
    if (pointer.type !== type) return undefined;
    const identity = identityOf(pointer, this.#data);
    return identity === undefined ? undefined : { identity, name: pointer.display, resource: undefined };
  }
}

type SeenType = 'Practitioner' | 'PractitionerRole' | 'Location' | 'HealthcareService' | 'Organization';
interface Seen {
  readonly identity: string;
  readonly name: Words | null;
  readonly resource: LoadedResource | undefined;
}

const general: Omit<QueueOwner, 'place'> = {
  kind: 'general',
  identity: 'general',
  name: null,
  service: null,
  organization: null,
};

function serviceInWords(service: Words | null): Omit<QueueOwner, 'place'> | undefined {
  if (service === null) return undefined;
  return { kind: 'service', identity: `service ${service.en}`, name: service, service: null, organization: null };
}

/** The identity of whom a pointer means, or what stands for it where nobody of that name was loaded. */
function identityOf(pointer: Pointer | null, data: WhoIsWho): string | undefined {
  if (pointer === null) return undefined;
  const { keys, identifier, display, type } = pointer;
  const known = data.find(pointer)?.identity ?? keys[0];
  if (known !== undefined) return known;
  if (identifier !== null) return `${type ?? ''} ${identifier.system ?? ''} ${identifier.value}`.trim();
  return display === null ? undefined : `${type ?? ''} ${display.en}`.trim();
}
