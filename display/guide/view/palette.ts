import { DataTexture, NearestFilter, RGBAFormat, UnsignedByteType } from 'three';
import type { Look } from '@lobby/maps/mesh/drawn-floor.ts';
import type { GuideTheme } from './theme.ts';

const columns = 64;

/** The colours of a floor's units as a small picture that the shader looks them up in; entry 0 is the slab. */
export class Palette {
  readonly texture: DataTexture;
  readonly #bytes: Uint8Array;

  constructor(units: number) {
    const rows = Math.ceil((units + 1) / columns);
    this.#bytes = new Uint8Array(columns * rows * 4);
    this.texture = new DataTexture(this.#bytes, columns, rows, RGBAFormat, UnsignedByteType);
    this.texture.minFilter = this.texture.magFilter = NearestFilter;
  }

  /** `isLit`: a unit that stands out, the destination. */
  paint(looks: readonly Look[], isLit: readonly boolean[], theme: GuideTheme): void {
    this.#set(0, theme.plate);
    for (const [index, look] of looks.entries()) {
      const lit = look === 'way' ? theme.destinationHall : theme.destination;
      this.#set(index + 1, isLit[index] === true ? lit : theme.looks[look]);
    }
    this.texture.needsUpdate = true;
  }

  dispose(): void {
    this.texture.dispose();
  }

  #set(entry: number, colour: number): void {
    this.#bytes.set([(colour >> 16) & 0xff, (colour >> 8) & 0xff, colour & 0xff, 0xff], entry * 4);
  }
}

/** Where the shader finds a unit's entry. */
export const paletteColumns = columns;
