import { CsvError } from 'csv-parse/sync';
import { YAMLParseError } from 'yaml';
import type { z } from 'zod';
import type { Bilingual } from '../words/step.ts';

/* What is wrong with a file that somebody has written by hand, in our words and in both languages: libraries say it in theirs. */

/** Of a table: which line, and what to do about it. */
export function tableTrouble(error: unknown): Bilingual {
  const { code = '', lines = '?' } = error instanceof CsvError ? (error as { code?: string; lines?: number }) : {};
  const said = ofQuotes.get(code) ?? unreadable;
  return { zh: `第 ${lines} 行${said.zh}`, en: `in line ${lines} ${said.en}` };
}

const unreadable: Bilingual = { zh: '读不懂', en: 'something cannot be understood' };
const ofQuotes: ReadonlyMap<string, Bilingual> = new Map([
  ['CSV_QUOTE_NOT_CLOSED', { zh: '起有一个引号没有收尾', en: 'a quote is open that nothing closes' }],
  ['INVALID_OPENING_QUOTE', { zh: '单元格中间有引号', en: 'a quote stands in the middle of a cell' }],
  ['CSV_INVALID_CLOSING_QUOTE', { zh: '引号后面还有字', en: 'something follows a closing quote' }],
]);

/** Of YAML or JSON that cannot be read. */
export function yamlTrouble(error: unknown): Bilingual {
  if (!(error instanceof YAMLParseError))
    return { zh: '里面有引用（* 或 &），不能用', en: 'it refers to itself by * or &, which is not read' };
  const { line = 1, col = 1 } = error.linePos?.[0] ?? {};
  const said = ofYaml.get(error.code) ?? unreadable;
  return { zh: `第 ${line} 行第 ${col} 列${said.zh}`, en: `in line ${line}, column ${col}, ${said.en}` };
}

const indent: Bilingual = { zh: '缩进或括号不对', en: 'the indent or a bracket is wrong' };
const ofYaml: ReadonlyMap<string, Bilingual> = new Map([
  ['BAD_INDENT', indent],
  ['TAB_AS_INDENT', { zh: '用了制表符缩进，请用空格', en: 'a tab indents the line; use spaces' }],
  ['MISSING_CHAR', { zh: '少了引号、括号或逗号', en: 'a quote, bracket or comma is missing' }],
  ['DUPLICATE_KEY', { zh: '同一个名字写了两次', en: 'a name stands twice' }],
  ['UNEXPECTED_TOKEN', { zh: '有字写错了地方', en: 'something stands where nothing may' }],
]);

/** Of a setting that is read, and is none that could be meant. */
export function settingTrouble({ path, ...issue }: z.core.$ZodIssue): Bilingual {
  const where = path.map(String).join('.');
  const said = ofIssue(issue);
  return { zh: `${where || '整个文件'}：${said.zh}`, en: `${where || 'the file'}: ${said.en}` };
}

function ofIssue(issue: Omit<z.core.$ZodIssue, 'path'>): Bilingual {
  const { code, keys = [], values = [], expected = '' } = issue as Partial<Detail>;
  if (code === 'unrecognized_keys')
    return { zh: `不认识 ${keys.join('、')}`, en: `${keys.join(', ')} is not known there` };
  if (code === 'invalid_value')
    return { zh: `只能是 ${values.join('、')}`, en: `it has to be one of ${values.join(', ')}` };
  if (code === 'too_small' || code === 'too_big')
    return code === 'too_small' ? { zh: '太小、太短或是空的', en: 'too small, too short or empty' } : tooLarge;
  if (code === 'custom') return { zh: issue.message, en: issue.message };
  const kind = kinds.get(expected);
  if (kind === undefined) return { zh: '写得不对', en: 'it is not what belongs there' };
  return { zh: `没有写，或不是${kind.zh}`, en: `it is missing, or not ${kind.en}` };
}

interface Detail {
  readonly code: string;
  readonly keys: readonly string[];
  readonly values: readonly unknown[];
  readonly expected: string;
}

const tooLarge: Bilingual = { zh: '太大或太长', en: 'too large or too long' };
const kinds: ReadonlyMap<string, Bilingual> = new Map([
  ['string', { zh: '文字', en: 'a text' }],
  ['number', { zh: '数字', en: 'a number' }],
  ['boolean', { zh: 'true 或 false', en: 'true or false' }],
  ['array', { zh: '列表', en: 'a list' }],
  ['tuple', { zh: '列表', en: 'a list' }],
  ['object', { zh: '一组设置', en: 'settings by name' }],
  ['record', { zh: '一组设置', en: 'settings by name' }],
]);
