import type { FrameEvent } from '#lib/compat/connect/events.ts'
import type { PageNews } from '#lib/compat/connect/page-news.ts'

declare global {
  interface Window {
    ReactNativeWebView?: { postMessage(text: string): void }
  }
}

const protocolVersion = 1

const newsOf = (page: Document): PageNews | null => {
  const meta = page.querySelector<HTMLMetaElement>('meta[name="portico-frame"]')
  return meta && JSON.parse(meta.content)
}

/** Who is around this page: the page that frames it, or the one that opened it as a window. */
const listener = (): Window | null => (parent === window ? opener : parent)

/** A window that was opened by a frame of ours speaks through it. */
const isOurs = (other: Window): boolean => {
  try {
    return other.location.origin === location.origin
  } catch {
    return false
  }
}

/**
 * Tells the page around what happens, and only that page: its origin must stand on the tenant’s list, and is known from
 * the server, from the browser, or from the greeting of the page itself. Until then events wait.
 */
const openVoice = (news: PageNews): ((event: FrameEvent) => void) => {
  const around = listener()
  const waiting: FrameEvent[] = []
  const isListed = (origin: string | null | undefined): origin is string =>
    !!origin && news.origins.includes(origin)
  const nearest = parent === window ? null : location.ancestorOrigins?.[0]
  let target = [news.parentOrigin, nearest].find(isListed) ?? null
  if (around && isOurs(around)) target = location.origin
  const post = (event: FrameEvent) => {
    const data = news.isText ? JSON.stringify(event) : event
    if (news.isWebview) window.ReactNativeWebView?.postMessage(JSON.stringify(event))
    if (around && target) around.postMessage(data, target)
    else waiting.push(event)
  }
  addEventListener('message', ({ data, origin, source }) => {
    // A window of ours that went on in place of this frame: what it says is passed on.
    if (origin === location.origin && source !== around && typeof data?.step === 'string') return post(data)
    if (source !== around || data?.type !== 'portico:hello' || !isListed(origin)) return
    if (data.version !== protocolVersion)
      return console.warn('portico: another protocol version', data.version)
    target ??= origin
    for (const event of waiting.splice(0)) post(event)
  })
  return post
}

const watchHeight = (page: Document, say: (event: FrameEvent) => void): void => {
  let told = 0
  const box = page.body
  new ResizeObserver(() => {
    const height = Math.ceil(box.getBoundingClientRect().height)
    if (height === told) return
    told = height
    say({ step: 'APP_RESIZE', height })
  }).observe(box)
}

/** Markup says which acts are told at once: `data-says` on a link or button, `data-says-on` and `-off` on a box. */
const watchActs = (page: Document, say: (event: FrameEvent) => void): void => {
  page.addEventListener('click', ({ target }) => {
    const step = (target as Element).closest<HTMLElement>('[data-says]')?.dataset.says
    if (step) say({ step, ...JSON.parse(page.body.dataset.context ?? '{}') })
  })
  page.addEventListener('change', ({ target }) => {
    const box = target as HTMLInputElement
    const step = box.checked ? box.dataset.saysOn : box.dataset.saysOff
    if (step) say({ step })
  })
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') page.querySelector<HTMLElement>('[data-says="COMPONENT_CLOSE_SESSION"]')?.click()
  })
}

/** A token in the fragment was never sent to a server: it goes by POST, and out of the address. */
const handOverToken = (page: Document): void => {
  const form = page.querySelector<HTMLFormElement>('form[data-token-form]')
  const token = new URLSearchParams(location.hash.slice(1)).get('authorizeToken')
  const field = form?.querySelector('input')
  if (!form || !field || !token) return
  field.value = token
  history.replaceState(null, '', location.pathname + location.search)
  form.submit()
}

/** The page around hides where it is: the browser may say it, or the page itself by its greeting. */
const askOrigin = (page: Document): void => {
  const path = page.querySelector<HTMLElement>('[data-asks-origin]')?.dataset.asksOrigin
  if (!path) return
  const goOn = (origin: string) => {
    const url = new URL(path, location.origin)
    url.searchParams.set('parent', origin)
    location.replace(url)
  }
  const nearest = location.ancestorOrigins?.[0]
  const hear = ({ data, origin, source }: MessageEvent) => {
    if (source === parent && data?.type === 'portico:hello') goOn(origin)
  }
  if (nearest) goOn(nearest)
  else addEventListener('message', hear)
}

/** The voice of a page inside another page; silent everywhere else. */
export const speakToParent = (page: Document): void => {
  handOverToken(page)
  askOrigin(page)
  const news = newsOf(page)
  if (!news) return
  const say = openVoice(news)
  for (const event of news.events) say(event)
  for (const hint of news.hints) console.warn(`portico: ${hint}`)
  for (const button of page.querySelectorAll('[data-says].invisible')) button.classList.remove('invisible')
  watchHeight(page, say)
  watchActs(page, say)
  page.addEventListener('portico:say', (event) => say((event as CustomEvent<FrameEvent>).detail))
  addEventListener('online', () => say({ step: 'APP_ONLINE' }))
  addEventListener('offline', () => say({ step: 'APP_OFFLINE' }))
  if (!news.isOver) page.querySelector<HTMLFormElement>('form[data-goes-on]')?.requestSubmit()
  if (news.goOn) (news.goOn.inFrame ? window : (top ?? window)).location.replace(news.goOn.url)
}
