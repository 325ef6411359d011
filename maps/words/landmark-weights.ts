/**
 * How well a thing of a category serves to find one's way by, from 0 to 1; what is not listed and has a name of its own
 * counts as `namedRoom`. After authored landmarks, what everybody knows and sees from afar: lifts, pharmacy, cashier,
 * information desk.
 */
export const categoryWeights: Readonly<Record<string, number>> = {
  landmark: 0.98,
  elevator: 0.9,
  pharmacy: 0.88,
  cashier: 0.86,
  information: 0.85,
  'reception.desk': 0.82,
  'checkin.desk': 0.8,
  escalator: 0.78,
  stairs: 0.6,
  laboratory: 0.74,
  laboratorytesting: 0.74,
  radiology: 0.74,
  diagnosticimaging: 0.74,
  emergencymedicine: 0.74,
  foodservice: 0.7,
  waitingroom: 0.68,
  lobby: 0.6,
  restroom: 0.56,
  firstaid: 0.56,
  mothersroom: 0.56,
  vendingmachine: 0.5,
  atm: 0.5,
  drinkingfountain: 0.46,
  wheelchairassist: 0.6,
  'checkin.selfservice': 0.55,
  office: 0.3,
  storage: 0.1,
  walkway: 0,
  seating: 0,
  handsanitizerstation: 0,
};

/** A room with a name on its door. */
export const namedRoom = 0.45;

/** `restroom.male.wheelchair` weighs as `restroom` does. */
export function weightOf(category: string): number {
  const exact = categoryWeights[category];
  if (exact !== undefined) return exact;
  const parent = category.lastIndexOf('.');
  return parent < 0 ? namedRoom : weightOf(category.slice(0, parent));
}
