import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { clinic, earth, filesOf } from '../imdf/sample.ts';
import { openVenueBytes, type OpenReply } from '../open-venue.ts';
import type { Venue } from '../venue.ts';
import { moveOccupant } from './move-occupant.ts';

const archive = zipSync(filesOf(clinic()));
const open = (corrections: string): OpenReply => openVenueBytes(archive, { name: 'clinic.zip', corrections });

function venueOf(reply: OpenReply): Venue {
  if (!reply.ok) throw new Error(reply.message);
  return reply.venue;
}
const unitOf = (reply: OpenReply, id: string) => venueOf(reply).units.find((unit) => unit.id === id);
const findingsOf = (reply: OpenReply, kind: string) =>
  reply.report?.findings.filter((finding) => finding.kind === kind) ?? [];

describe('corrections of an IMDF archive', () => {
  test('set a category, a name, a restriction and keys of the extension', () => {
    const reply = open(`
changes:
  room-1:
    set: { category: office, restriction: employeesonly, name: { zh: 值班室, en: Duty Room } }
    hospital: { doorNumber: '101', area: A1 }
`);
    expect(unitOf(reply, 'room-1')).toMatchObject({
      category: 'office',
      restriction: 'employeesonly',
      name: { zh: '值班室', en: 'Duty Room' },
      site: { doorNumber: '101', area: 'A1' },
    });
  });

  test('make a lift of what was drawn as a room, and it joins its floors', () => {
    const reply = openVenueBytes(
      zipSync(
        filesOf(
          clinic().map((one) =>
            one.id === 'lift-1' ? { ...one, properties: { ...one.properties, category: 'room' } } : one,
          ),
        ),
      ),
      { corrections: 'changes: { lift-1: { set: { category: elevator }, hospital: { bank: north } } }' },
    );
    expect(venueOf(reply).connectors).toMatchObject([{ id: 'lift-1', bank: 'north' }, { id: 'stairs-1' }]);
  });

  test('take a feature away, and add a door', () => {
    const ends = JSON.stringify([earth(7, 10), earth(8.5, 10)]);
    const reply = open(
      JSON.stringify({ changes: { 'room-door-1': { delete: true } } }).replace(/}$/, '') +
        `, "add": [{ "id": "new-door", "type": "opening", "level_id": "level-1", "category": "pedestrian", "line": ${ends} }] }`,
    );
    const ids = venueOf(reply).openings.map(({ id }) => id);
    expect(ids).toContain('new-door');
    expect(ids).not.toContain('room-door-1');
  });

  test('move an occupant into another unit, and an anchor to another place', () => {
    const moved = venueOf(open('changes: { occupant-1: { unit: room-1 } }'));
    const anchor = moved.anchors.find(({ id }) => id === moved.occupants[0]?.anchorId);
    expect(anchor).toMatchObject({ unitId: 'room-1', levelId: 'level-1' });
    const [x, y] = earth(8, 18);
    const shifted = venueOf(open(`changes: { anchor-1: { at: [${x}, ${y}] } }`));
    expect(shifted.anchors[0]?.point.map(Math.round)).toEqual([-7, 8]);
  });

  test('of what does not exist, or that cannot be made, are reported with the id', () => {
    const reply = open('changes: { nobody: { delete: true }, desk: { unit: room-1 }, occupant-1: { unit: nowhere } }');
    expect(findingsOf(reply, 'unknown-correction').map(({ ids }) => ids)).toEqual([['nobody']]);
    expect(findingsOf(reply, 'bad-correction').map(({ ids }) => ids)).toEqual([
      ['desk', 'room-1'],
      ['occupant-1', 'nowhere'],
    ]);
  });

  test.each([
    ['broken YAML', 'changes: { a: ['],
    ['a key that nobody knows', 'changes: { room-1: { colour: red } }'],
    ['coordinates that cannot be', 'changes: { anchor-1: { at: [116.4, 399] } }'],
    ['two changes of one id', 'changes:\n  a: { delete: true }\n  a: { delete: true }'],
  ])('with %s are refused whole, with a sentence', (_what, corrections) => {
    expect(open(corrections)).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^The corrections cannot be read \(.+\); mend that place of the file\.$/),
      zh: expect.stringMatching(/^修正文件读不出来（.+）。请改好文件里的这一处。$/),
    });
  });
});

describe('corrections of a map of OpenStreetMap', () => {
  const ring = (x: number) => [earth(x, 0), earth(x + 5, 0), earth(x + 5, 5), earth(x, 5), earth(x, 0)];
  const room = (id: string, x: number, properties: object) => ({
    type: 'Feature',
    id,
    geometry: { type: 'Polygon', coordinates: [ring(x)] },
    properties: { level: '0', ...properties },
  });
  const features = [room('way/1', 0, { indoor: 'room', name: 'Lager' }), room('way/2', 5, { indoor: 'corridor' })];
  const bytes = new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }));
  const openOsm = (corrections: string) => openVenueBytes(bytes, { name: 'house.geojson', corrections });

  test('set names, restrictions and door numbers, and report what cannot be set', () => {
    const reply = openOsm(`
changes:
  way/1: { set: { name: { zh: 仓库 }, restriction: restricted, colour: red }, hospital: { doorNumber: '7' } }
  way/9: { delete: true }
`);
    expect(unitOf(reply, 'way/1')).toMatchObject({
      name: { zh: '仓库' },
      restriction: 'restricted',
      site: { doorNumber: '7' },
    });
    expect(findingsOf(reply, 'bad-correction').map(({ ids }) => ids)).toEqual([['way/1']]);
    expect(findingsOf(reply, 'unknown-correction').map(({ ids }) => ids)).toEqual([['way/9']]);
  });

  test('take a room away', () => {
    expect(venueOf(openOsm('changes: { way/1: { delete: true } }')).units.map(({ id }) => id)).toEqual(['way/2']);
  });
});

describe('a department that moves', () => {
  const venue = venueOf(open(''));

  test('stands in the middle of its new unit and has that door’s number', () => {
    const moved = moveOccupant(moveOccupant(venue, 'occupant-1', 'hall-1'), 'occupant-1', 'room-1');
    expect(moved.occupants[0]?.name).toEqual(venue.occupants[0]?.name);
    const anchors = moved.anchors.filter(({ id }) => id === moved.occupants[0]?.anchorId);
    expect(anchors).toMatchObject([{ unitId: 'room-1', levelId: 'level-1' }]);
  });

  test('to where there is nothing stays where it is', () => {
    expect(moveOccupant(venue, 'occupant-1', 'nowhere')).toBe(venue);
    expect(moveOccupant(venue, 'nobody', 'room-1')).toBe(venue);
  });
});
