import type { Reading } from './reading.ts';

/** What an authoring tool asks for first and people leave as it is: what kind of place this is, and where. */
export function reportSite(reading: Reading): void {
  for (const { id, properties } of reading.all('venue')) {
    const { category, address_id } = properties;
    if (category !== 'healthcarefacility')
      reading.findings.add(
        'default-left',
        id,
        `The venue is of the category "${category ?? ''}", not healthcarefacility.`,
      );
    if (address_id && reading.typeOf(address_id) !== 'address')
      reading.findings.add('dangling-reference', [id, address_id], 'The address of the venue does not exist.');
  }
  for (const { id, properties } of reading.all('address')) {
    if (!properties.address?.trim() || !properties.locality?.trim())
      reading.findings.add('bad-property', id, 'The address is empty.');
  }
}
