import { fc } from '../properties.ts'

const steps = [
  'identity',
  'verify',
  'consent',
  'institution',
  'login',
  'mfa',
  'connecting',
  'review',
  'accounts',
  'done',
] as const

/** What nobody's form would send, and what nobody's server may stumble over. */
const hostileText = fc.oneof(
  fc.constantFrom(
    '',
    '\0',
    '__proto__',
    'constructor',
    "' or 1=1 --",
    '<script>alert(1)</script>',
    '../../etc/passwd',
    '-1',
    '1e309',
    'NaN',
    '99999999999999999999',
    '2147483648',
    '٣٤٥',
    '\ud800',
    '%',
    'x'.repeat(9_000),
  ),
  fc.string({ maxLength: 40, unit: 'binary' }),
)

const fieldName = fc.oneof(
  fc.constantFrom(
    'seen',
    'decision',
    'scope',
    'institutionId',
    'username',
    'password',
    'account',
    'code',
    'action',
    'email',
  ),
  hostileText,
)

const frameParameter = fc.oneof(
  fc.constantFrom('demo', 'loginId', 'redirectUrl', 'authorizeToken', 'language', 'institutionFilterEnabled'),
  hostileText,
)

const who = { browser: fc.nat(2), visit: fc.nat(1) }
const step = fc.constantFrom(...steps)
/** The last part of an address of a visit. */
const place = fc.oneof(
  { weight: 4, arbitrary: step },
  fc.constantFrom('', 'status', 'time', 'no-such-step', '%2e%2e', 'identity?q=%00', 'institution?q=%F0%9F'),
  hostileText.map((text) => encodeURIComponent(text.slice(0, 60).toWellFormed())),
)

const advance = fc.record({ kind: fc.constant('advance' as const), ...who, isTwice: fc.boolean() })
const others = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('open' as const), ...who, tenant: fc.nat(3) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('link' as const),
      ...who,
      link: fc.nat(3),
      isTwice: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('frame' as const),
      ...who,
      tenant: fc.nat(3),
      // They come back in an address, and a client takes headers of 16 KB at most.
      parameters: fc.dictionary(
        frameParameter,
        hostileText.map((text) => text.slice(0, 2_000)),
        { maxKeys: 4 },
      ),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('look' as const), ...who, place }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      ...who,
      step,
      form: fc.dictionary(fieldName, hostileText, { maxKeys: 5 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('trespass' as const), ...who, place, step }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('forge' as const), ...who, step }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('speak' as const), ...who, language: hostileText }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), ...who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), ...who }) },
)

/** Most moves go on as a person would, or no visit would come far enough to be confused. */
export const move = fc.oneof({ weight: 2, arbitrary: advance }, { weight: 1, arbitrary: others })
export type Move = typeof move extends fc.Arbitrary<infer M> ? M : never
