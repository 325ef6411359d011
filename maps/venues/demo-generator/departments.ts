import type { Bilingual, OccupantPiece } from './pieces.ts';

/** IMDF's occupant categories that stand here; it has `opthamalogy` so. */
type Category =
  | 'acupuncture'
  | 'blooddonation'
  | 'cardiology'
  | 'dermatology'
  | 'diagnosticimaging'
  | 'dialysis'
  | 'earnosethroat'
  | 'emergencymedicine'
  | 'gastroenterology'
  | 'internalmedicine'
  | 'laboratorytesting'
  | 'obgyn'
  | 'opthamalogy'
  | 'orthopedics'
  | 'pathology'
  | 'pediatrics'
  | 'pharmacy'
  | 'physicaltherapy'
  | 'psychiatry'
  | 'pulmonology'
  | 'radiology'
  | 'surgeon'
  | 'traditionalchinesemedicine'
  | 'dentist'
  | 'hospital'
  | 'restaurant'
  | 'conveniencestore';

interface Department {
  readonly zh: string;
  readonly en: string;
  readonly category: Category;
  /** Key of the unit in which it is: its first room. */
  readonly unit: string;
  /** Codes of the hospital's directory. */
  readonly codes?: readonly string[];
  readonly hours?: string;
}

/** Who is where. */
export function department({ zh, en, category, unit, codes = [], hours }: Department): OccupantPiece {
  const name: Bilingual = { zh, en };
  const hospital = codes.length === 0 ? null : { departments: codes };
  const key = `department-${codes[0]?.toLowerCase() ?? unit}`;
  return { piece: 'occupant', key, category, name, unit, at: null, hours: hours ?? clinicHours, hospital };
}

const clinicHours = 'Mo-Sa 08:00-11:30,13:30-17:00';
