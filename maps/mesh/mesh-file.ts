import type { FloorMesh } from './floor-mesh.ts';

/*
 * A floor's mesh as bytes, little endian: `LFM1`, the length of a JSON header, the header padded with spaces to a multiple of
 * four, then its arrays one after the other, each padded likewise.
 */
const magic = 'LFM1';
const prefix = 8;

/** Vertices of the slab name this instead of a unit. */
export const plateUnit = 0xffff;

type Arrays = Pick<FloorMesh, 'positions' | 'lines' | 'indices' | 'unitOf' | 'normals'>;
const arrays = {
  positions: Float32Array,
  lines: Float32Array,
  indices: Uint32Array,
  unitOf: Uint16Array,
  normals: Int8Array,
} as const satisfies Record<keyof Arrays, unknown>;
const names = ['positions', 'lines', 'indices', 'unitOf', 'normals'] as const;

interface Header {
  readonly unitIds: readonly string[];
  readonly plateIndices: number;
  readonly plateLines: number;
  readonly lengths: Readonly<Record<keyof Arrays, number>>;
}

export function encodeMesh(mesh: FloorMesh): Uint8Array<ArrayBuffer> {
  const { unitIds, plateIndices, plateLines } = mesh;
  const lengths = {
    positions: mesh.positions.length,
    lines: mesh.lines.length,
    indices: mesh.indices.length,
    unitOf: mesh.unitOf.length,
    normals: mesh.normals.length,
  };
  const header = new TextEncoder().encode(
    JSON.stringify({ unitIds, plateIndices, plateLines, lengths } satisfies Header),
  );
  const total = names.reduce((sum, name) => sum + padded(mesh[name].byteLength), prefix + padded(header.length));
  const bytes = new Uint8Array(total).fill(0x20, prefix, prefix + padded(header.length));
  bytes.set(new TextEncoder().encode(magic));
  new DataView(bytes.buffer).setUint32(4, padded(header.length), true);
  bytes.set(header, prefix);
  let at = prefix + padded(header.length);
  for (const name of names) {
    const { buffer, byteOffset, byteLength } = mesh[name];
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += padded(byteLength);
  }
  return bytes;
}

/** Views on the bytes, nothing is copied. Throws RangeError when these are not the bytes of a mesh. */
export function decodeMesh(bytes: ArrayBuffer): FloorMesh {
  const isMesh = bytes.byteLength >= prefix && new TextDecoder().decode(new Uint8Array(bytes, 0, 4)) === magic;
  if (!isMesh) throw new RangeError('these bytes are no mesh of a floor');
  const headerLength = new DataView(bytes).getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, prefix, headerLength))) as Header;
  let at = prefix + headerLength;
  const next = <T extends ArrayBufferView>(
    kind: { new (buffer: ArrayBuffer, from: number, length: number): T; readonly BYTES_PER_ELEMENT: number },
    length: number,
  ): T => {
    const view = new kind(bytes, at, length);
    at += padded(length * kind.BYTES_PER_ELEMENT);
    return view;
  };
  const { unitIds, plateIndices, plateLines, lengths } = header;
  return {
    unitIds,
    plateIndices,
    plateLines,
    positions: next(arrays.positions, lengths.positions),
    lines: next(arrays.lines, lengths.lines),
    indices: next(arrays.indices, lengths.indices),
    unitOf: next(arrays.unitOf, lengths.unitOf),
    normals: next(arrays.normals, lengths.normals),
  };
}

const padded = (length: number): number => Math.ceil(length / 4) * 4;
