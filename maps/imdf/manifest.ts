import { z } from 'zod';
import { fileNamed, type Archive } from '../archive/archive.ts';
import type { FindingsOfOneSource } from '../report/findings.ts';
import { parseJson } from './parse-json.ts';
import { hospitalExtension, imdfVersion } from './standard.ts';

export interface Manifest {
  /** BCP-47 tag; null: not said. */
  readonly language: string | null;
  /** Whether it says that features carry what hospitals need beside the standard. */
  readonly declaresHospital: boolean;
}

const hospitalStem = hospitalExtension.slice(0, hospitalExtension.indexOf('#') + 1);

const manifestSchema = z.looseObject({
  version: z.string().nullish().catch(null),
  created: z.string().nullish().catch(null),
  language: z.string().nullish().catch(null),
  extensions: z.array(z.string()).nullish().catch(null),
});

/** A manifest that is missing or wrong is no reason to throw a good map away: everything it says can be guessed. */
export function readManifest(archive: Archive, findings: FindingsOfOneSource): Manifest {
  const file = fileNamed(archive, 'manifest.json');
  if (file === undefined) {
    findings.add('missing-file', [], 'There is no manifest.json: version and language are guessed.');
    return { language: null, declaresHospital: false };
  }
  const read = manifestSchema.safeParse(parseJson(file.bytes));
  if (!read.success) {
    findings.add('unreadable-file', [], 'manifest.json is no JSON object: version and language are guessed.');
    return { language: null, declaresHospital: false };
  }
  const { version, language, extensions } = read.data;
  if (version !== imdfVersion) findings.add('version', [], sentenceOfVersion(version));
  if (!language)
    findings.add('missing-language', [], 'manifest.json does not say in which language names are given first.');
  for (const extension of extensions ?? []) {
    if (extension.startsWith(hospitalStem)) {
      if (extension !== hospitalExtension)
        findings.add('version', [], `The extension "${extension}" was read as ${hospitalExtension}.`);
      continue;
    }
    findings.add('unknown-extension', [], `The extension "${extension}" is not known; what it adds was not used.`);
  }
  const declaresHospital = extensions?.some((extension) => extension.startsWith(hospitalStem)) ?? false;
  return { language: language || null, declaresHospital };
}

function sentenceOfVersion(version: string | null | undefined): string {
  if (!version) return `manifest.json says no version; it was read as IMDF ${imdfVersion}.`;
  const early = version.startsWith(imdfVersion) ? ', which came before the standard was final' : '';
  return `manifest.json says version "${version}"${early}; it was read as IMDF ${imdfVersion}.`;
}
