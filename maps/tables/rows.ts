import { parse } from 'csv-parse/sync';
import { refused, type Refused } from '../archive/archive.ts';
import { tableTrouble } from '../archive/text-trouble.ts';

/** One row: the line of the file that it ends on, and its cells by column, trimmed. */
export interface Row {
  readonly line: number;
  readonly cell: (column: string | undefined) => string;
}

export type RowsReply =
  { readonly ok: true; readonly rows: readonly Row[]; readonly damaged: readonly number[] } | Refused;

export interface Table {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Columns that the mapping names. */
  readonly columns: readonly string[];
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Rows of a CSV file with a header line: RFC 4180 with quotes, any line ends, a byte order mark, and `,`, `;` or tab between
 * the cells. `damaged`: lines that have more or fewer cells than the header.
 */
export function readRows({ file, bytes, columns }: Table): RowsReply {
  const text = utf8Of(bytes);
  if (text === undefined)
    return {
      ok: false,
      message: `${file} is not in UTF-8. Save it again as "CSV UTF-8" (Excel has it in its list of formats).`,
      zh: `${file} 不是 UTF-8 编码。请在 Excel 里另存为“CSV UTF-8”。`,
    };
  try {
    const [first, ...parsed] = parse(text, optionsFor(text)) as unknown as Parsed[];
    const header = first?.record ?? [];
    const missing = columns.filter((column) => !header.includes(column));
    if (missing.length > 0) return missingColumns(file, missing, header);
    const damaged = parsed.filter(({ record }) => record.length !== header.length).map(({ info }) => info.lines);
    return { ok: true, rows: parsed.map((line) => rowOf(line, header)), damaged };
  } catch (error) {
    const { zh, en } = tableTrouble(error);
    return {
      ok: false,
      message: `${file} is no table: ${en}. Mend that line.`,
      zh: `${file} 不是表格：${zh}。请改好这一行。`,
    };
  }
}

/** Undefined: not UTF-8, as tables from an older Excel in Chinese (GB 18030) are. */
function utf8Of(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function optionsFor(text: string) {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter =
    [',', ';', '\t'].toSorted((a, b) => firstLine.split(b).length - firstLine.split(a).length)[0] ?? ',';
  return { bom: true, delimiter, trim: true, skip_empty_lines: true, relax_column_count: true, info: true } as const;
}

function rowOf({ record, info }: Parsed, header: readonly string[]): Row {
  return { line: info.lines, cell: (column) => (column === undefined ? '' : (record[header.indexOf(column)] ?? '')) };
}

function missingColumns(file: string, missing: readonly string[], header: readonly string[]): Refused {
  const named = (marks: string): string => missing.map((column) => `${marks[0]}${column}${marks[1]}`).join(', ');
  return refused({
    zh: `${file} 里没有${named('“”').replaceAll(', ', '、')}这一列，有的是：${header.join('、') || '什么都没有'}。请让配置里的列名和第一行一样。`,
    en: `${file} has no column ${named('""')}; it has ${header.join(', ') || 'none'}. Name the columns in the mapping as they stand in the first line.`,
  });
}
