import { type FrameSettings, frameSettingsSchema } from '#lib/sessions/frame.ts'
import { httpsUrl, oneOf, onOff, type Parameter, ratio, text, wholeNumber, words } from './parameter.ts'

const shown = 'shown or hidden'

/** The parameters that end up in a visit's frame settings, by their exact names, with what each does here. */
export const settingParameters: { readonly [N in keyof FrameSettings]: Parameter<FrameSettings[N]> } = {
  theme: oneOf(
    ['light', 'dark', 'system'],
    'system',
    'Fixes the light or the dark look; `system` follows the device.',
  ),
  closeEnable: onOff(
    false,
    'Adds a close button; it only posts `COMPONENT_CLOSE_SESSION`, the page around must act.',
  ),
  backEnable: onOff(true, `The way back, ${shown}; the browser’s own keeps working.`),
  headerEnable: onOff(true, `The logo and the text above the list of institutions, ${shown}.`),
  headerImgEnable: onOff(true, `The logo alone, ${shown}.`),
  removePadding: onOff(false, 'Takes the outer margins away, for pages that bring their own.'),
  consentEnable: onOff(
    true,
    '`false` leaves the consent to the page around, where the tenant may attest one: it is kept as attested.',
  ),
  customerName: text(
    80,
    'The name on the consent page, in place of the brand’s; counts in a frame or with a token.',
  ),
  termsUrl: httpsUrl('Adds a box that must be ticked and a link to these terms; counts as `customerName`.'),
  consentTitleAppendedText: text(
    120,
    'Stands behind the title of the consent page; counts as `customerName`.',
  ),
  innerRedirect: onOff(
    false,
    'The end leads to the return address inside the frame and not in the whole window.',
  ),
  jsRedirect: onOff(false, 'The end leads nowhere: the page around goes on by the `REDIRECT` event.'),
  oauthWindowRedirect: onOff(false, 'A bank’s own page opens in the whole window and not in a pop-up.'),
  stringify: onOff(false, 'Events are posted as JSON text and not as objects.'),
  webview: onOff(false, 'Events also go to the bridge of a React Native WebView.'),
  accountSelectorEnable: onOff(
    false,
    'The person chooses accounts; without it all that qualify are shown, and shared by one click.',
  ),
  accountSelectorMultiple: onOff(false, 'More than one account may be chosen.'),
  accountSelectorNoTitle: onOff(
    false,
    'Hides the title of the account page from sight; it stays for screen readers.',
  ),
  accountSelectorCurrency: oneOf(['cad', 'usd'], null, 'Only accounts in this currency may be chosen.'),
  showAllAccounts: onOff(
    false,
    'Accounts of every kind may be chosen, and not only those for daily operations.',
  ),
  showAllOperationsAccounts: onOff(
    false,
    'All accounts for daily operations may be chosen, also those that take no transfer.',
  ),
  eftEligibleRatio: ratio('Accounts less likely than this to take a transfer cannot be chosen.'),
  daysOfTransactions: oneOf(
    ['Days90', 'Days365'],
    null,
    'How far back transactions are read, within the policy.',
  ),
  withTransactions: onOff(true, '`false` asks for no transactions and reads none.'),
  scheduleRefresh: onOff(false, 'The connection is refreshed every night, where the person agreed to that.'),
  enhancedMFA: onOff(
    false,
    'Posts `ENHANCED_MFA_NO_QUESTIONS` after the login: banks here ask when they ask.',
  ),
  skipEnhancedMFA: onOff(false, 'Taken, without effect: there is no such step to skip.'),
  maximumRetry: wholeNumber(1, 99, 'How many logins may fail before the visit ends.'),
  detailsAndStatementEnable: onOff(
    false,
    'Statements are asked for, where the policy has them; without it they are not.',
  ),
  monthsOfStatements: oneOf(
    ['MostRecent', 'Months3', 'Months12'],
    'MostRecent',
    'How many statements `/GetStatements` reads where its body does not say.',
  ),
  requestId: text(
    40,
    'Goes on, at the bank’s question, with the login of this request; too late, the same bank is connected anew.',
  ),
  resumeSelectedAccounts: words(
    40,
    'Accounts that the person chose for this login before: that choice stands, and is not asked for again.',
  ),
  institutionsLocation: oneOf(['ca', 'us'], null, 'Only institutions of this country are listed.'),
  productType: oneOf(['banking', 'investment'], 'banking', '`investment` lists nothing yet, and says so.'),
}

const unneeded = 'Taken, without effect: '

/** Parameters that set nothing in the frame, read elsewhere or of no use here, with what each does. */
export const otherParameters: Readonly<Record<string, string>> = {
  authorizeToken: 'Opens one visit, once, within 30 minutes; needed where the tenant demands it.',
  demo: '`true` lists the test institutions only, and every page says so.',
  demoOutbound: 'As `demo`, for the test institution with a login page of its own.',
  language: '`en` or `fr`, of those that the tenant offers.',
  redirectUrl: 'Where the visit ends; must stand on the tenant’s list. `redirectUri` says the same.',
  tag: 'Comes back at the end and with the data.',
  loginId:
    'A connection to bring back: its bank is opened, and the same username keeps its ids. Needs a token. Ours.',
  debug:
    '`true` writes to the frame’s console what of the address does not count, and why. Ours, not the dialect’s.',
  tenant: 'The tenant’s short name, where neither the host nor the token says it. Ours, not the dialect’s.',
  institutionFilterEnable: `${unneeded}the list can always be searched.`,
  staticLoadingEnable: `${unneeded}a page arrives whole.`,
  features: `${unneeded}what is asked for is the tenant’s policy.`,
  fetchAllAccounts: `${unneeded}what was not chosen is never kept.`,
  waitSummary: `${unneeded}a visit ends when its accounts are there.`,
  withMFAQuestions: `${unneeded}answers to a bank’s questions are never handed out.`,
  statement: `${unneeded}say \`detailsAndStatementEnable\`.`,
  backgroundColor: `${unneeded}colours are the tenant’s brand, measured for contrast.`,
  foregroundColor1: `${unneeded}as \`backgroundColor\`.`,
  foregroundColor2: `${unneeded}as \`backgroundColor\`.`,
  desktopLayout: `${unneeded}pages fit any width.`,
  fixedHeightEnable: `${unneeded}the height is posted as \`APP_RESIZE\`.`,
  boxLayout: `${unneeded}as \`desktopLayout\`.`,
  loadingType: `${unneeded}there is no loader.`,
}

/** The misspelling of one page of the dialect's documentation, and a spelling of one of its clients. */
const aliases: Readonly<Record<string, string>> = { toolbox: 'demo', redirecturi: 'redirecturl' }

const knownNames = new Set([
  ...[...Object.keys(settingParameters), ...Object.keys(otherParameters)].map((name) => name.toLowerCase()),
  ...Object.keys(aliases),
])

/** Whether a frame reads a parameter of this name, with or without effect. */
export const isKnownParameter = (name: string): boolean => knownNames.has(name.toLowerCase())

/** Values by lower-case name; of a name that stands twice the first counts. */
const byLowerName = (query: URLSearchParams): Map<string, string> => {
  const found = new Map<string, string>()
  for (const [name, value] of query) {
    const key = aliases[name.toLowerCase()] ?? name.toLowerCase()
    if (!found.has(key)) found.set(key, value)
  }
  return found
}

export type ReadParameters = {
  readonly settings: FrameSettings
  /** For the console of a developer: which value was not understood, and what counts instead. */
  readonly hints: readonly string[]
  /** Any other parameter by its exact name, whatever the letters' case; null where absent or empty. */
  readonly get: (name: string) => string | null
}

/**
 * Reads the query of a frame: names without regard to case, unknown ones ignored, bad values replaced by the default
 * with a hint. Never throws.
 */
export const readParameters = (query: URLSearchParams): ReadParameters => {
  const given = byLowerName(query)
  const hints: string[] = []
  const values = Object.entries(settingParameters).map(([name, parameter]) => {
    const asked = given.get(name.toLowerCase())
    const read = asked === undefined ? { value: parameter.standard } : parameter.read(asked)
    if ('hint' in read) hints.push(`${name}: ${read.hint}`)
    return [name, read.value] as const
  })
  const get = (name: string) => given.get(name.toLowerCase()) || null
  return { settings: frameSettingsSchema.parse(Object.fromEntries(values)), hints, get }
}
