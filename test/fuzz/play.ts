import type { Answer, Browser, OpenedVisit } from './browser.ts'
import type { Move } from './moves.ts'

export type Scene = {
  readonly browsers: readonly Browser[]
  readonly slugs: readonly string[]
  /** Tokens of personal links, each of the tenant at its place in `slugs`. */
  readonly links: readonly string[]
  readonly codeFor: (browser: Browser) => Promise<string>
}

const fieldValue = (html: string, name: string): string =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="${name}"`)
    .exec(html)
    ?.slice(1)
    .find(Boolean) ?? ''

/** What stands hidden in the page's forms goes along, as a browser sends it. */
const hiddenFields = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)]
      .map(([tag]) => [/name="([^"]*)"/.exec(tag)?.[1] ?? '', /value="([^"]*)"/.exec(tag)?.[1] ?? ''])
      .filter(([name]) => name !== 'reason' && name !== 'step'),
  )

const answerName = (html: string): string => /name="(answer\.[^"]+)"/.exec(html)?.[1] ?? 'answer.none'

/** What a person would send from the page of a step. */
const honestForm = async (scene: Scene, browser: Browser, page: Answer): Promise<Record<string, string>> => {
  const step = page.path.split('/').at(-1)
  const hidden = hiddenFields(page.text)
  if (step === 'identity')
    return { fullName: `Fuzz ${browser.mark}`, email: `${browser.mark}@example.com`, ...hidden }
  if (step === 'verify') return { code: await scene.codeFor(browser), ...hidden, action: 'verify' }
  if (step === 'consent') return { ...hidden, decision: 'agree' }
  if (step === 'institution') return { ...hidden, institutionId: '14' }
  if (step === 'login') return { username: `Greatday+${browser.mark}`, password: 'Everyday', ...hidden }
  if (step === 'review') return { ...hidden, action: 'ask' }
  if (step === 'mfa') return { [answerName(page.text)]: 'Triangle', ...hidden }
  return { ...hidden, account: fieldValue(page.text, 'account') }
}

const advance = async (
  scene: Scene,
  browser: Browser,
  visit: OpenedVisit,
  isTwice: boolean,
): Promise<Answer[]> => {
  const page = await browser.follow(`/connect/${visit.id}`)
  const step = page.path.split('/').at(-1) ?? ''
  if (page.status !== 200 || step === 'connecting') return [page]
  const form = await honestForm(scene, browser, page)
  const path = `/connect/${visit.id}/${step === 'done' ? 'leave' : `submit/${step}`}`
  const sendings = Array.from({ length: isTwice ? 2 : 1 }, () => browser.send(path, { form }))
  return [page, ...(await Promise.all(sendings))]
}

const noteVisit = (browser: Browser, slug: string, { location }: Answer, isFramed = false): void => {
  const id = location?.split('/')[2]
  if (id?.startsWith('ses_') && !browser.visits.some((one) => one.id === id))
    browser.visits.push({ id, slug, isFramed })
}

/** A personal link, which several people may hold: looked at, opened, and perhaps opened by two clicks at once. */
const openLink = async (scene: Scene, browser: Browser, move: Move & { kind: 'link' }): Promise<Answer[]> => {
  const [token = '', slug = ''] = [scene.links[move.link], scene.slugs[move.link]]
  const page = await browser.send(`/l/${token}`)
  const form = { language: 'en', tag: browser.mark }
  const sendings = Array.from({ length: move.isTwice ? 2 : 1 }, () =>
    browser.send(`/l/${token}/open`, { form }),
  )
  const answers = await Promise.all(sendings)
  for (const answer of answers) noteVisit(browser, slug, answer)
  return [page, ...answers]
}

/** The way into a frame, in a window of its own: a cookie is tried, then a visit opened, whatever the address asks. */
const openFrame = async (
  browser: Browser,
  slug: string,
  asked: Record<string, string>,
): Promise<Answer[]> => {
  const query = new URLSearchParams({ ...asked, tenant: slug, tag: browser.mark })
  const answers = [await browser.send(`/v2/?${query}`)]
  const tried = answers[0]?.location
  if (tried?.startsWith('/v2')) answers.push(await browser.send(tried))
  for (const answer of answers) noteVisit(browser, slug, answer, true)
  return answers
}

const open = async (browser: Browser, slug: string): Promise<Answer[]> => {
  const door = await browser.send(`/e/${slug}?tag=${browser.mark}`)
  const answer = await browser.send(`/e/${slug}/open`, { form: { tag: browser.mark, language: 'en' } })
  noteVisit(browser, slug, answer)
  return [door, answer]
}

const strangersOf = (scene: Scene, browser: Browser): OpenedVisit[] =>
  scene.browsers.filter((one) => one !== browser).flatMap(({ visits }) => visits)

/** Another's visit, by its address alone: answered as one that does not exist, to GET and to POST. */
const trespass = async (
  scene: Scene,
  browser: Browser,
  move: Move & { kind: 'trespass' },
): Promise<Answer[]> => {
  const strangers = strangersOf(scene, browser)
  const visit = strangers[move.visit % Math.max(1, strangers.length)]
  if (!visit) return []
  const base = `/connect/${visit.id}`
  const answers = await Promise.all([
    browser.send(`${base}/${move.place}`),
    browser.send(`${base}/submit/${move.step}`, { form: { fullName: browser.mark, decision: 'agree' } }),
    browser.send(`${base}/leave`, { form: {} }),
    browser.send(`${base}/language`, { form: { language: 'fr' } }),
  ])
  // An address that leaves the visit by its dots is tidied by the server before any door sees it.
  for (const { path, status } of answers)
    if (status !== 404 && status !== 308) throw new Error(`${path} answered a stranger ${status}`)
  return answers
}

/** A form of another site, with the person's own cookies. */
const forge = async (browser: Browser, visit: OpenedVisit, step: string): Promise<Answer[]> => {
  const headers = { 'sec-fetch-site': 'cross-site' }
  const form = { decision: 'agree', institutionId: '14' }
  const answer = await browser.send(`/connect/${visit.id}/submit/${step}`, { form, headers })
  if (answer.status !== 403) throw new Error(`${answer.path} answered another site ${answer.status}`)
  return [answer]
}

/** Makes one move and gives back every answer, to be examined. */
export const play = async (scene: Scene, move: Move): Promise<{ browser: Browser; answers: Answer[] }> => {
  const browser = scene.browsers[move.browser] as Browser
  const visit = browser.visits[move.visit % Math.max(1, browser.visits.length)]
  const asked = move.kind === 'open' || move.kind === 'frame' ? move.tenant : move.browser + move.visit
  const slug = scene.slugs[asked % scene.slugs.length] as string
  const answersOf = async (): Promise<Answer[]> => {
    if (move.kind === 'trespass') return trespass(scene, browser, move)
    if (move.kind === 'link') return openLink(scene, browser, move)
    if (move.kind === 'frame') return openFrame(browser, slug, move.parameters)
    if (move.kind === 'open' || !visit) return open(browser, slug)
    const base = `/connect/${visit.id}`
    if (move.kind === 'advance') return advance(scene, browser, visit, move.isTwice)
    if (move.kind === 'look') return [await browser.send(`${base}/${move.place}`)]
    if (move.kind === 'send') return [await browser.send(`${base}/submit/${move.step}`, { form: move.form })]
    if (move.kind === 'forge') return forge(browser, visit, move.step)
    if (move.kind === 'wait') return [await browser.send(`${base}/time`, { form: {} })]
    if (move.kind === 'leave') return [await browser.send(`${base}/leave`, { form: {} })]
    return [await browser.send(`${base}/language`, { form: { language: move.language, step: 'consent' } })]
  }
  return { browser, answers: await answersOf() }
}
