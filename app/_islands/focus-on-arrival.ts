/**
 * Moves focus to what went wrong, else to the heading of the step (A12, P2). The front door is left alone, and so is
 * a page that was reached by a fragment or came back from the browser's own history with a place in it.
 */
export const focusOnArrival = (page: Document): void => {
  if (location.hash !== '' || (page.activeElement && page.activeElement !== page.body)) return
  const target = page.querySelector<HTMLElement>('[data-focus=first]') ?? page.querySelector('[data-focus]')
  target?.focus({ preventScroll: target.dataset.focus !== 'first' })
}
