/** Where a page's request may go. Whatever is not listed here does not leave the terminal. */
export type Destination =
  | { readonly kind: 'page' } // a terminal page or its data
  | { readonly kind: 'asset' } // script, style, font, picture, spoken sentence
  | { readonly kind: 'guide' } // the way there; of no patient
  | { readonly kind: 'visit'; readonly visitId: string; readonly verb: VisitVerb };

/** What a page may ask about its visit. */
export type VisitVerb = keyof typeof verbs;

const page = /^\/terminal(\/[\w.~@+-]+)*\/?$/;
const asset = /^\/(_app|fonts|images|icons|sounds)(\/[\w.~@+$!()[\]-]+)+$/;
const rootAsset = /^\/favicon\.(svg|ico|png)$/;
/** Sentences of the screens, spoken; which ones there are, the hub decides. */
const speech = /^\/api\/terminal\/speech\/(zh|en)\/[\w.~-]{1,120}$/;
/** Parts of a way, spoken; the query names the way. */
const waySound = '/api/terminal/way-sound';
/** The way there: what can be looked for, the building, a search and a way. */
const guide = {
  GET: /^\/api\/guide(\/plan\/[\w.-]{1,64}|\/mesh\/[\w.-]{1,64}\/\d{1,3})?$/,
  POST: /^\/api\/guide\/(search|way)$/,
} as const;
const visit = /^\/api\/visits\/([A-Za-z0-9-]{1,64})\/(agenda|patient|acting|inpatient|check-in)$/;
/** What Vite serves while somebody works on the pages. */
const workshop = /^\/(@vite|@id|@fs|src|node_modules|\.svelte-kit)\/[^\\]+$/;

const verbs = { agenda: 'GET', patient: 'POST', acting: 'POST', inpatient: 'POST', 'check-in': 'POST' } as const;

/** Decides by method and path (without query). `development` also lets the sources of the pages pass. */
export function destinationOf(method: string, path: string, development = false): Destination | undefined {
  if (path.includes('..') || path.includes('//')) return undefined;
  if (method === 'GET' && page.test(path)) return { kind: 'page' };
  if (method === 'GET' && (asset.test(path) || rootAsset.test(path) || speech.test(path) || path === waySound))
    return { kind: 'asset' };
  if (method === 'GET' && development && workshop.test(path)) return { kind: 'asset' };
  if ((method === 'GET' || method === 'POST') && guide[method].test(path)) return { kind: 'guide' };
  return visitDestination(method, path);
}

function visitDestination(method: string, path: string): Destination | undefined {
  const [, visitId, verb] = visit.exec(path) ?? [];
  if (visitId === undefined || !isVerb(verb) || verbs[verb] !== method) return undefined;
  return { kind: 'visit', visitId, verb };
}

function isVerb(text: string | undefined): text is keyof typeof verbs {
  return text !== undefined && Object.hasOwn(verbs, text);
}
