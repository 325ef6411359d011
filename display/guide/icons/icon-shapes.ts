/**
 * Signs for what is on a floor, drawn by ourselves on a field of 24 by 24 after the public symbols of hospitals; each is a
 * path to be filled. They claim no conformity.
 */
export const iconShapes = {
  lift: 'M4 3h16v18H4z M6 5v14h12V5z M12 6.5l3.2 4H8.8z M12 17.5l3.2-4H8.8z',
  stairs: 'M3 21v-3h4.5v-4.5H12V9h4.5V4.5H21V7h-2v4.5h-4.500V16H10v4.5H5.500V21z',
  escalator:
    'M3 17h4L16 7h5v3h-3.600L8.400 20H3z M11 3.500a1.800 1.800 0 1 1 0 3.600 1.800 1.800 0 0 1 0-3.600z M9.600 8h2.800v4.200l-2.800 3z',
  toilet:
    'M7 3a2 2 0 1 1 0 4 2 2 0 0 1 0-4z M4.500 8h5v6H8.500v7h-3v-7h-1z M17 3a2 2 0 1 1 0 4 2 2 0 0 1 0-4z M15.500 8h3l2 7h-2v6h-3v-6h-2z M11.600 3h.800v18h-.800z',
  wheelchair:
    'M10 2.500a2 2 0 1 1 0 4 2 2 0 0 1 0-4z M9 7.500h2.200l.4 3.500H16v2h-4.200l.2 1.500h4.200l2.600 5.200-1.800.9-2-4.100H10.200z M8 11.200v2.300a4.200 4.200 0 1 0 5.300 5.500h2.100A6.200 6.200 0 1 1 8 11.200z',
  information: 'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20z M10.700 6v2.600h2.600V6z M10.700 10.200V18h2.600v-7.800z',
  cashier:
    'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20z M7.300 6l3.400 5H8v1.600h3.200v1.500H8v1.600h3.200V18h1.600v-2.300H16v-1.600h-3.200v-1.500H16V11h-2.700l3.400-5h-2L12 10.200 9.300 6z',
  pharmacy: 'M5 3h14v4H5z M4 8h16v13H4z M10.700 10.500v2.700H8v2.600h2.700v2.700h2.600v-2.700H16v-2.600h-2.700v-2.700z',
  water: 'M12 2.500c3.400 4.600 6 7.800 6 11.500a6 6 0 0 1-12 0c0-3.700 2.600-6.900 6-11.500z',
  seat: 'M6 3h2.500l1 8H17v2.500H7.500z M6.500 15H18v2h-1.500v4h-2v-4h-5v4h-2v-4h-1z',
  heart:
    'M12 21C5.500 15.800 2.500 12.300 2.500 8.400 2.500 5.300 4.800 3.500 7.200 3.500c2 0 3.700 1.200 4.800 3 1.100-1.800 2.800-3 4.800-3 2.400 0 4.700 1.800 4.700 4.900 0 3.900-3 7.400-9.500 12.600z M13 7.500l-4 5.500h2.600L11 17l4.200-5.600h-2.700z',
  cash: 'M2.500 6h19v12h-19z M4.500 8v8h15V8z M12 9.200a2.800 2.800 0 1 1 0 5.600 2.800 2.800 0 0 1 0-5.600z',
  food: 'M6 3h1.300v6H8.500V3h1.300v6.500c0 1.400-.7 2.300-1.600 2.700V21H6.700v-8.800C5.700 11.800 5 10.900 5 9.500V3h1z M15 3c2.200.7 3.500 3.500 3.500 6.500 0 2-.8 3.300-2 3.800V21H15z',
  desk: 'M12 3a3 3 0 1 1 0 6 3 3 0 0 1 0-6z M7 14.500c0-3 2-4.500 5-4.500s5 1.500 5 4.500z M3 16h18v2.500h-1.500V21h-2v-2.500h-11V21h-2v-2.500H3z',
  exit: 'M4 3h9v3h-2V5H6v14h5v-1h2v3H4z M14 7.500l5.500 4.500-5.500 4.500v-3H9v-3h5z',
} as const;
export type IconName = keyof typeof iconShapes;
export const iconNames = Object.keys(iconShapes) as readonly IconName[];

/** By IMDF's categories of amenities and units; the first that a category begins with. Others have no sign. */
const byCategory: readonly (readonly [string, IconName])[] = [
  ['elevator', 'lift'],
  ['escalator', 'escalator'],
  ['stairs', 'stairs'],
  ['restroom.family', 'wheelchair'],
  ['restroom', 'toilet'],
  ['information', 'information'],
  ['cashier', 'cashier'],
  ['pharmacy', 'pharmacy'],
  ['drinkingfountain', 'water'],
  ['seating', 'seat'],
  ['defibrillator', 'heart'],
  ['firstaid', 'heart'],
  ['atm', 'cash'],
  ['foodservice', 'food'],
  ['vendingmachine', 'food'],
  ['reception.desk', 'desk'],
  ['checkin.desk', 'desk'],
  ['exit', 'exit'],
];

/** The sign of a category; undefined: it has none. */
export function iconOf(category: string): IconName | undefined {
  if (category.startsWith('restroom') && category.endsWith('.wheelchair')) return 'wheelchair';
  return byCategory.find(([start]) => category === start || category.startsWith(`${start}.`))?.[1];
}
