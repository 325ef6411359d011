import type * as canvas from '@napi-rs/canvas';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Families under which the shipped fonts are registered; a machine's own Chinese fonts, if any, are not asked. */
export const fontFamilies = {
  regular: 'Slip Regular',
  bold: 'Slip Bold',
  halfWidth: 'Slip Mono',
  halfWidthBold: 'Slip Mono Bold',
};

const files = {
  [fontFamilies.regular]: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  [fontFamilies.bold]: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  [fontFamilies.halfWidth]: '@expo-google-fonts/source-code-pro/400Regular/SourceCodePro_400Regular.ttf',
  [fontFamilies.halfWidthBold]: '@expo-google-fonts/source-code-pro/700Bold/SourceCodePro_700Bold.ttf',
};

let loading: Promise<typeof canvas> | undefined;

/** The drawing library with the shipped fonts. Loaded on first need: most slips are written by the printer alone. */
export function drawing(): Promise<typeof canvas> {
  loading ??= import('@napi-rs/canvas').then((library) => {
    for (const [family, file] of Object.entries(files))
      library.GlobalFonts.registerFromPath(require.resolve(file), family);
    return library;
  });
  return loading;
}
