import type { HealthcareService, Location, PractitionerRole } from 'fhir/r4.js';
import type { Bilingual, Site } from '@lobby/config';
import { englishNameExtension, identifierSystems, type Directory } from '../port.ts';
import type { Doctor } from './doctors.ts';
import { isClinic } from './clinic-queues.ts';

const physicalType = 'http://terminology.hl7.org/CodeSystem/location-physical-type';

/** What a patient reads on the signs, as FHIR R4: clinics, doctors, and rooms in floors in a building. */
export function describeHospital(site: Site, doctors: readonly Doctor[]): Directory {
  return { clinics: clinicsOf(site), locations: locationsOf(site), practitioners: doctors.map(practitionerRole) };
}

/** The extension that says a name in English. */
export function englishName(name: Bilingual): { url: string; valueString: string }[] {
  return [{ url: englishNameExtension, valueString: name.en }];
}

function clinicsOf(site: Site): HealthcareService[] {
  return site.areas.flatMap((area) =>
    area.queues.filter(isClinic).map((queue) => ({
      resourceType: 'HealthcareService' as const,
      id: queue.clinic,
      identifier: [{ system: identifierSystems.clinic, value: queue.clinic }],
      active: true,
      name: queue.name.zh,
      extension: englishName(queue.name),
      location: queue.rooms.map((room) => ({ reference: `Location/room-${room}` })),
    })),
  );
}

function locationsOf(site: Site): Location[] {
  const building = place({ id: 'building-1', name: site.hospital.name, type: 'bu' });
  const levels = [...new Set(site.areas.map((area) => area.level))].sort((a, b) => a - b);
  const floors = levels.map((level) =>
    place({ id: floorId(level), name: { zh: `${level} 楼`, en: `Floor ${level}` }, type: 'lvl', partOf: 'building-1' }),
  );
  const rooms = site.areas.flatMap((area) =>
    area.rooms.map((room) => ({
      ...place({ id: `room-${room.id}`, name: room.name, type: 'ro', partOf: floorId(area.level) }),
      identifier: [{ system: identifierSystems.room, value: room.id }],
    })),
  );
  return [building, ...floors, ...rooms];
}

function floorId(level: number): string {
  return level < 0 ? `floor-b${-level}` : `floor-${level}`;
}

function place(of: { id: string; name: Bilingual; type: 'bu' | 'lvl' | 'ro'; partOf?: string }): Location {
  return {
    resourceType: 'Location',
    id: of.id,
    status: 'active',
    mode: 'instance',
    name: of.name.zh,
    extension: englishName(of.name),
    physicalType: { coding: [{ system: physicalType, code: of.type }] },
    ...(of.partOf === undefined ? {} : { partOf: { reference: `Location/${of.partOf}` } }),
  };
}

function practitionerRole(doctor: Doctor): PractitionerRole {
  return {
    resourceType: 'PractitionerRole',
    id: doctor.role,
    active: true,
    identifier: [{ system: 'urn:lobby:staff', value: doctor.workNo }],
    practitioner: { reference: `Practitioner/doctor-${doctor.workNo}`, display: doctor.name.zh },
    extension: englishName(doctor.name),
    code: [{ text: doctor.title.zh, extension: englishName(doctor.title) }],
    healthcareService: [{ reference: `HealthcareService/${doctor.clinic}`, display: doctor.clinicName.zh }],
    location: [{ reference: `Location/room-${doctor.room}` }],
  };
}
