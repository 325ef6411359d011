import type { CredentialRules } from '@lobby/config';
import type { CardLayouts } from './layouts.ts';

/** The layouts that a site knows beyond the published ones. */
export function siteLayouts(rules: CredentialRules | undefined): Partial<CardLayouts> {
  const layout = rules?.foreigner2023;
  if (layout === undefined) return {};
  const fields = Object.fromEntries(Object.entries(layout).filter(([, place]) => place !== undefined));
  return { 'foreigner-2023': { numberScheme: 'gb-11643', fields } };
}
