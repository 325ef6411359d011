import { z } from 'zod';

/** A regular expression as a site writes it, anchored by itself; `group`: the named group that it must have. */
export function pattern(group?: 'number'): z.ZodString {
  return z
    .string()
    .max(400)
    .superRefine((text, context) => {
      const sentence = problemOf(text, group);
      if (sentence !== undefined) context.addIssue({ code: 'custom', message: sentence });
    });
}

function problemOf(text: string, group: string | undefined): string | undefined {
  try {
    new RegExp(text, 'u');
  } catch (error) {
    return `is no regular expression: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (!text.startsWith('^') || !text.endsWith('$'))
    return 'starts with ^ and ends with $, so that it means the whole code';
  if (group !== undefined && !text.includes(`(?<${group}>`)) return `names its number: (?<${group}>…)`;
  return undefined;
}
