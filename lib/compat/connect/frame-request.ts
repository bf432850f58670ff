import type { FrameWishes } from '#lib/flow/frame-door.ts'
import { deviceOf } from '#lib/sessions/device.ts'
import { isKnownParameter, type ReadParameters, readParameters } from './parameters.ts'

/** What a request for a frame asks, and where it stands on its way in. */
export type FrameRequest = {
  readonly wishes: FrameWishes
  /** The browser gave back the cookie that tries whether it keeps any. */
  readonly keepsCookies: boolean
  /** The cookie was set by the request before this one. */
  readonly wasTried: boolean
  /** A page in the frame has looked for the origin of the page around, whether it found it or not. */
  readonly wasAsked: boolean
  /** The same address, tried, asked for the page around, or in a window of its own, as a path. */
  readonly triedPath: string
  readonly askedPath: string
  readonly windowPath: string
}

/** What the browser tells beside the address: see lib/web/framing.ts and lib/web/frame-cookie.ts. */
export type Around = {
  readonly isFramed: boolean
  readonly origin: string | null
  /** The trial cookie: null where it did not come back, else the origin that the first request told. */
  readonly cookie: string | null
  /** The proof that this browser holds of a visit. */
  readonly proofOf: (sessionId: string) => string | null
}

type PostedForm = { readonly get: (name: string) => string | undefined }

/** What counts for nothing is left behind: the address goes back in a header, and those have an end. */
const pathWith = (request: Request, change: (query: URLSearchParams) => void): string => {
  const { pathname, searchParams } = new URL(request.url)
  const query = new URLSearchParams([...searchParams].filter(([name]) => isKnownParameter(name)))
  change(query)
  return `${pathname}?${query}`
}

/** `/v2/Credential/National` begins at that institution. */
const institutionOf = (request: Request): string | null => {
  const [, , part, name] = new URL(request.url).pathname.split('/')
  if (part?.toLowerCase() !== 'credential' || !name) return null
  try {
    return decodeURIComponent(name)
  } catch {
    return null
  }
}

/** Shows how a bank with a page of its own is connected. */
const outboundDemo = 'SandboxOpenBank'

const isOn = ({ get }: ReadParameters, name: string): boolean => get(name)?.toLowerCase() === 'true'

/** What a page in the frame has found out of the page around; what is no origin says that it could not. */
const originOf = (told: string | null): string | null =>
  told !== null && URL.canParse(told) && new URL(told).origin === told ? told : null

type Told = { readonly around: Around; readonly parameters: ReadParameters; readonly form: PostedForm }

const wishesOf = (request: Request, { around, parameters, form }: Told): FrameWishes => {
  const { get, settings } = parameters
  return {
    slug: get('tenant'),
    host: request.headers.get('host') ?? '',
    origin: around.origin ?? (around.cookie || originOf(get('parent'))),
    isFramed: around.isFramed,
    language: get('language'),
    isDemo: isOn(parameters, 'demo') || isOn(parameters, 'demoOutbound'),
    tag: get('tag'),
    redirectUrl: get('redirectUrl'),
    device: deviceOf({
      userAgent: request.headers.get('user-agent'),
      mobileHint: request.headers.get('sec-ch-ua-mobile'),
    }),
    authorizeToken: form.get('authorizeToken') || get('authorizeToken'),
    institution: institutionOf(request) ?? (isOn(parameters, 'demoOutbound') ? outboundDemo : null),
    loginId: get('loginId'),
    settings,
    hints: isOn(parameters, 'debug') ? parameters.hints : null,
    proofOf: around.proofOf,
  }
}

/** Reads the request of a frame; `form` holds what a page of ours posts, the token that stood in the fragment. */
export const readFrameRequest = (
  request: Request,
  around: Around,
  form: PostedForm = new Map(),
): FrameRequest => {
  const query = new URL(request.url).searchParams
  const parameters = readParameters(query)
  return {
    wishes: wishesOf(request, { around, parameters, form }),
    keepsCookies: around.cookie !== null,
    wasTried: query.has('opened'),
    wasAsked: query.has('parent'),
    triedPath: pathWith(request, (kept) => kept.set('opened', '1')),
    askedPath: pathWith(request, (kept) => {
      kept.set('opened', '1')
      kept.set('parent', 'unknown')
    }),
    windowPath: pathWith(request, () => {}),
  }
}
