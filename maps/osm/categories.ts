import type { Tags } from './features.ts';

/** What an area is to people on foot. */
export type AreaUse = 'walked' | 'room' | 'stairs' | 'elevator' | 'column' | 'thing' | 'none';

/** By indoor=*, and by what else says that an area is a room or may be walked. */
export function useOfArea(tags: Tags): AreaUse {
  const indoor = tags['indoor'];
  if (tags['highway'] === 'elevator') return 'elevator';
  if (tags['building:part'] === 'elevator' || tags['stairwell'] === 'flight_of_stairs') return 'none';
  if (indoor === 'column' || indoor === 'wall') return 'column';
  if (tags['stairs'] === 'yes' && indoor !== undefined) return 'stairs';
  if (indoor === 'corridor' || indoor === 'area' || tags['stairwell'] === 'stair_landing') return 'walked';
  if (indoor === 'room') return 'room';
  if (tags['building'] !== undefined) return 'none';
  if (isWalkedOutdoors(tags)) return 'walked';
  if (tags['tourism'] === 'artwork') return 'thing';
  if (tags['level'] !== undefined && roomKeys.some((key) => tags[key] !== undefined)) return 'room';
  if (indoor !== 'yes') return 'none';
  return tags['name'] === undefined ? (tags['area'] === 'yes' ? 'walked' : 'none') : 'room';
}

const roomKeys = ['room', 'shop', 'amenity', 'office', 'craft', 'healthcare'];

function isWalkedOutdoors(tags: Tags): boolean {
  if (tags['railway'] === 'platform' || tags['public_transport'] === 'platform') return true;
  return tags['area'] === 'yes' && ['footway', 'pedestrian', 'corridor', 'path'].includes(tags['highway'] ?? '');
}

const roomCategories: Readonly<Record<string, string>> = {
  auditorium: 'auditorium',
  bathroom: 'restroom',
  canteen: 'foodservice',
  class: 'classroom',
  classroom: 'classroom',
  computer: 'classroom',
  conference: 'conferenceroom',
  entrance: 'lobby',
  kitchen: 'kitchen',
  laboratory: 'laboratory',
  lecture: 'auditorium',
  library: 'library',
  lobby: 'lobby',
  locker: 'storage',
  office: 'office',
  restaurant: 'foodservice',
  server: 'serverroom',
  shower: 'shower',
  stairs: 'stairs',
  storage: 'storage',
  toilet: 'restroom',
  toilets: 'restroom',
  waiting: 'waitingroom',
  waiting_room: 'waitingroom',
};
const foodAmenities = ['cafe', 'restaurant', 'fast_food', 'food_court', 'bar', 'pub', 'canteen', 'ice_cream'];

/** IMDF's word for a room. */
export function categoryOfRoom(tags: Tags): string {
  if (tags['amenity'] === 'toilets' || /^(toilets?|bathroom)$/.test(tags['room'] ?? '')) return restroomOf(tags);
  if (foodAmenities.includes(tags['amenity'] ?? '')) return 'foodservice';
  const byRoom = roomCategories[tags['room'] ?? ''];
  if (byRoom !== undefined) return byRoom;
  return tags['office'] === undefined ? 'room' : 'office';
}

/** IMDF's word for an area that is walked. */
export function categoryOfWalked(tags: Tags): string {
  if (tags['railway'] === 'platform' || tags['public_transport'] === 'platform') return 'platform';
  if (/^(foyer|lobby|entrance)/i.test(tags['name'] ?? '') || /大厅|大堂|门厅/.test(tags['name'] ?? '')) return 'lobby';
  return 'walkway';
}

function restroomOf(tags: Tags): string {
  const [male, female] = [tags['male'] === 'yes', tags['female'] === 'yes'];
  const who = tags['unisex'] === 'yes' || (male && female) ? '.unisex' : male ? '.male' : female ? '.female' : '';
  return `restroom${who}${who !== '' && tags['wheelchair'] === 'yes' ? '.wheelchair' : ''}`;
}

const amenityCategories: Readonly<Record<string, string>> = {
  atm: 'atm',
  bench: 'seating',
  charging_station: 'powerchargingstation',
  device_charging_station: 'powerchargingstation',
  drinking_water: 'drinkingfountain',
  information: 'information',
  luggage_locker: 'locker',
  telephone: 'payphone',
  ticket_validator: 'ticketvalidator',
  vending_machine: 'vendingmachine',
  waiting_room: 'seating',
  water_point: 'drinkingfountain',
};

/** IMDF's word for what stands or is done at a point; undefined: nothing that one is sent to. */
export function categoryOfAmenity(tags: Tags): string | undefined {
  if (tags['amenity'] === 'toilets') return restroomOf(tags);
  if (foodAmenities.includes(tags['amenity'] ?? '')) return 'foodservice';
  if (tags['amenity'] === 'reception_desk' || tags['indoor'] === 'reception') return 'reception.desk';
  if (tags['emergency'] === 'defibrillator') return 'defibrillator';
  if (tags['tourism'] === 'information') return 'information';
  if (tags['amenity'] === 'pharmacy' || tags['healthcare'] === 'pharmacy') return 'pharmacy';
  if (tags['tourism'] === 'artwork') return 'landmark';
  if (tags['shop'] !== undefined && tags['name'] !== undefined) return 'retail';
  return amenityCategories[tags['amenity'] ?? ''];
}
