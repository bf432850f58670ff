/** In this order: news and summaries, the first answer that was refused, the heading. A studio measures what is drafted and refuses nothing. */
const targets = ['[data-focus=first]', 'form:not([data-try]) [aria-invalid=true]', '[data-focus]']

/**
 * Moves focus to what went wrong, else to the heading of the step (A12, P2). The front door is left alone, and so is
 * a page that was reached by a fragment or came back from the browser's own history with a place in it.
 */
export const focusOnArrival = (page: Document): void => {
  if (location.hash !== '' || (page.activeElement && page.activeElement !== page.body)) return
  const [target] = targets.flatMap((one) => page.querySelector<HTMLElement>(one) ?? [])
  target?.focus({ preventScroll: target.dataset.focus === '' })
}
