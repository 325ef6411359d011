import type { Point, Venue } from '@lobby/maps';
import { readOsm } from '@lobby/maps/osm/read-osm.ts';
import { area, collection, line, point } from '@lobby/maps/osm/sample.ts';

const floors = [-1, 0, 1, 2];

/** A station of four floors in the manner of OpenStreetMap: halls as areas, shops along them, stairs and escalators as lines. */
export function hallAndStation(): Venue {
  const reply = readOsm(collection([...floors.flatMap(hall), ...floors.slice(1).flatMap(climbs), lift, ...outside]), {
    id: 'station',
  });
  if (!reply.ok) throw new Error(reply.message);
  return reply.venue;
}

const lift = point('node/900', { highway: 'elevator', level: floors.join(';') }, [70, 25]);
const outside = [
  point('node/901', { entrance: 'main', level: '0' }, [0, 20]),
  point('node/902', { entrance: 'emergency', level: '0' }, [100, 20]),
  line('way/903', { highway: 'footway' }, [
    [-60, 20],
    [-20, 24],
    [0, 20],
  ]),
  line('way/904', { highway: 'footway' }, [
    [-20, 24],
    [-20, 60],
    [100, 60],
    [100, 20],
  ]),
  line('way/905', { highway: 'steps', level: '0' }, [
    [-60, 20],
    [-80, 20],
  ]),
];

/** A hall of 100 by 20 metres with two pillars, shops to the north and a closed store. */
function hall(floor: number): readonly unknown[] {
  const level = String(floor);
  const id = (n: number): string => `way/${100 * (floor + 2) + n}`;
  const shops = Array.from({ length: 8 }, (_, n) => n * 12);
  return [
    area(id(1), { indoor: 'area', level }, [0, 10, 100, 30]),
    ...[30, 60].map((x, n) => area(id(2 + n), { indoor: 'column', level }, [x, 19, x + 1, 20])),
    ...shops.map((x, n) =>
      area(
        id(10 + n),
        { indoor: 'room', level, name: `Shop ${floor}.${n}`, ...(n === 5 ? { access: 'private' } : {}) },
        [x, 30, x + 12, 40],
      ),
    ),
    ...shops
      .filter((_, n) => n % 2 === 0)
      .map((x) =>
        point(`node/${100 * (floor + 2) + x}`, { door: 'yes', level, width: x === 24 ? '0.7' : '1.2' }, [x + 6, 30]),
      ),
  ];
}

/** From the floor below: stairs, and an escalator each way, that end in the hall. */
function climbs(floor: number): readonly unknown[] {
  const level = `${floor - 1};${floor}`;
  const id = (n: number): string => `way/${100 * (floor + 2) + 50 + n}`;
  const at = (y: number): readonly Point[] => [
    [40 + floor, y],
    [52 + floor, y],
  ];
  return [
    line(id(0), { highway: 'steps', level, incline: 'up' }, at(13)),
    line(id(1), { highway: 'steps', level, incline: 'up', conveying: 'forward' }, at(15)),
    line(id(2), { highway: 'steps', level, incline: 'up', conveying: 'backward' }, at(17)),
  ];
}
