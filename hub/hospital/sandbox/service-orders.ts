import type { CrowdMember } from './sandbox.ts';

/** Something that the invented hospital has been paid for, or has ordered for a patient, today. */
export interface ServiceOrder {
  readonly because: 'payment' | 'order';
  readonly reference: string;
  readonly patientId: string;
  /** Code of the service in the hospital information system. */
  readonly clinic: string;
}

const services = [
  { clinic: 'PHAR', because: 'payment' },
  { clinic: 'BLOD', because: 'order' },
  { clinic: 'IMAG', because: 'order' },
] as const;

/** Medicine paid for, blood to be drawn and pictures to be taken, of people who are about: the same for one day's crowd. */
export function serviceOrdersOf(crowd: readonly CrowdMember[]): readonly ServiceOrder[] {
  return crowd.map(({ patientId, appointmentId }, index) => {
    const { clinic, because } = services[index % services.length] ?? services[0];
    return { because, clinic, patientId, reference: `${clinic}-${appointmentId}` };
  });
}
