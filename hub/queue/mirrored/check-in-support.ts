import type { AreaStatus } from '../../contract/index.ts';
import type { HospitalPort } from '../../hospital/port.ts';

/**
 * What a check-in at a terminal does in a mirrored area. Where the hospital gives no numbers the hub gives one, and the
 * other system takes it over by the appointment.
 */
export function checkInSupportOf(port: Pick<HospitalPort, 'capabilities'>): AreaStatus['checkIn'] {
  return port.capabilities()['queue.ticket'];
}
