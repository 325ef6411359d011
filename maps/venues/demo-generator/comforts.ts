import type { AmenityPiece, Bilingual } from './pieces.ts';
import type { Place } from './plane.ts';

/** A desk, a machine or a seat for the public. */
export function amenity(of: {
  key: string;
  category: string;
  at: Place;
  name?: Bilingual;
  accessible?: boolean;
}): AmenityPiece {
  const { key, category, at, name = null, accessible = false } = of;
  // A strip to be felt leads to the toilets that no wheelchair fits into.
  const accessibility = accessible ? ['wheelchair'] : category.startsWith('restroom') ? ['tactilepaving'] : null;
  return { piece: 'amenity', key, category, name, at, accessibility, hospital: null };
}

/** What a person finds in the same place on every floor of the outpatient block. */
export function comforts(): readonly AmenityPiece[] {
  return [
    amenity({
      key: 'water',
      category: 'drinkingfountain',
      at: [43.6, 34],
      name: { zh: '饮水机', en: 'Water dispenser' },
      accessible: true,
    }),
    amenity({ key: 'men', category: 'restroom.male', at: [34.8, 34.5] }),
    amenity({ key: 'women', category: 'restroom.female', at: [38.4, 34.5] }),
    amenity({ key: 'accessible-toilet', category: 'restroom.unisex.wheelchair', at: [41.6, 34.5], accessible: true }),
    amenity({
      key: 'aed',
      category: 'defibrillator',
      at: [46.4, 31.6],
      name: { zh: '自动除颤器', en: 'Defibrillator (AED)' },
    }),
    amenity({
      key: 'sanitiser',
      category: 'handsanitizerstation',
      at: [53.6, 31.6],
      name: { zh: '手消毒处', en: 'Hand sanitiser' },
    }),
    amenity({
      key: 'vending',
      category: 'vendingmachine',
      at: [65.6, 31.5],
      name: { zh: '自动售货机', en: 'Vending machine' },
    }),
    amenity({
      key: 'charging',
      category: 'powerchargingstation',
      at: [35.4, 31.5],
      name: { zh: '充电站', en: 'Charging station' },
    }),
    amenity({
      key: 'seats-west',
      category: 'seating',
      at: [35.2, 27.5],
      name: { zh: '西侧休息座椅', en: 'Seats, west side' },
    }),
    amenity({
      key: 'seats-east',
      category: 'seating',
      at: [65.2, 27.5],
      name: { zh: '东侧休息座椅', en: 'Seats, east side' },
    }),
  ];
}

/** The nurses' desk at the mouth of a wing: people ask there and check in. */
export function nursesDesk(wing: 'a' | 'b' | 'c' | 'd', name: Bilingual): AmenityPiece {
  return amenity({ key: `desk-${wing}`, category: 'checkin.desk', at: desks[wing], name, accessible: true });
}

/** Just inside the halls, beside their mouths. */
const desks: Readonly<Record<'a' | 'b' | 'c' | 'd', Place>> = {
  a: [32.3, 20.5],
  b: [32.3, 26.8],
  c: [67.7, 20.5],
  d: [67.7, 26.8],
};
