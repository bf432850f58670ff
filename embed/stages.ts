import type { ConnectOptions, Stage } from './types.ts'

// Styles are set by property and never by attribute or sheet: a page with a strict CSP needs no exception.
const styled = <T extends HTMLElement>(element: T, style: Partial<CSSStyleDeclaration>): T => {
  Object.assign(element.style, style)
  return element
}

const frameOf = (address: string, { title }: ConnectOptions): HTMLIFrameElement => {
  const frame = document.createElement('iframe')
  frame.src = address
  frame.title = title ?? 'Connect your bank'
  frame.referrerPolicy = 'strict-origin-when-cross-origin'
  frame.setAttribute(
    'sandbox',
    'allow-scripts allow-forms allow-same-origin allow-popups allow-popups-to-escape-sandbox',
  )
  return styled(frame, {
    border: '0',
    width: '100%',
    height: '760px',
    display: 'block',
    colorScheme: 'normal',
  })
}

/** Inside the page, as high as its content. */
export const inlineStage = (address: string, options: ConnectOptions): Stage => {
  const frame = frameOf(address, options)
  if (!options.container) throw new TypeError('Portico: `container` is missing')
  options.container.append(frame)
  return { frame, target: () => frame.contentWindow, close: () => frame.remove() }
}

const sentinel = (): HTMLElement => {
  const edge = document.createElement('span')
  edge.tabIndex = 0
  edge.setAttribute('aria-hidden', 'true')
  return edge
}

const closeButton = (label: string, onClose: () => void): HTMLButtonElement => {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = '×'
  button.setAttribute('aria-label', label)
  button.addEventListener('click', onClose)
  const round = { position: 'absolute', top: '8px', right: '8px', width: '44px', height: '44px', zIndex: '1' }
  const plain = {
    border: '0',
    borderRadius: '22px',
    background: '#fff',
    color: '#111',
    font: '24px/1 sans-serif',
  }
  return styled(button, { ...round, ...plain, cursor: 'pointer' })
}

const dialogOf = (label: string): { backdrop: HTMLElement; dialog: HTMLElement } => {
  const cover = { position: 'fixed', inset: '0', zIndex: '2147483647', background: 'rgb(0 0 0 / 55%)' }
  const centred = { display: 'flex', alignItems: 'center', justifyContent: 'center' }
  const backdrop = styled(document.createElement('div'), { ...cover, ...centred })
  const box = { position: 'relative', width: 'min(100%, 480px)', height: 'min(100%, 760px)' }
  const dialog = styled(document.createElement('div'), { ...box, background: '#fff', overflow: 'hidden' })
  dialog.setAttribute('role', 'dialog')
  dialog.setAttribute('aria-modal', 'true')
  dialog.setAttribute('aria-label', label)
  backdrop.append(dialog)
  return { backdrop, dialog }
}

/** Covers the page: focus stays inside, Escape closes, scrolling rests, and all of it is given back. */
export const modalStage = (address: string, options: ConnectOptions, onClose: () => void): Stage => {
  const frame = styled(frameOf(address, options), { height: '100%' })
  const opener = document.activeElement
  const { backdrop, dialog } = dialogOf(frame.title)
  const button = closeButton(options.closeLabel ?? 'Close', onClose)
  const [first, last] = [sentinel(), sentinel()]
  first.addEventListener('focus', () => frame.focus())
  last.addEventListener('focus', () => button.focus())
  dialog.append(first, button, frame, last)
  const { overflow } = document.documentElement.style
  document.documentElement.style.overflow = 'hidden'
  document.body.append(backdrop)
  const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onClose()
  document.addEventListener('keydown', onKey)
  button.focus()
  const close = () => {
    document.removeEventListener('keydown', onKey)
    document.documentElement.style.overflow = overflow
    backdrop.remove()
    if (opener instanceof HTMLElement) opener.focus()
  }
  return { frame, target: () => frame.contentWindow, close }
}

/** A window of its own, no larger than the screen; null where the browser refused it. */
export const popupStage = (address: string, onClosed: () => void): Stage | null => {
  const size = `width=${Math.min(480, screen.availWidth)},height=${Math.min(760, screen.availHeight)}`
  const opened = open(address, '_blank', `popup,${size}`)
  if (!opened) return null
  const watch = setInterval(() => opened.closed && onClosed(), 500)
  const close = () => {
    clearInterval(watch)
    opened.close()
  }
  return { frame: null, target: () => opened, close }
}
