/**
 * Brings a part of a page with `data-live` (seconds) up to date by asking for the page again. It rests while the tab is
 * hidden and while something in the part has the focus, so that nothing moves under anybody's hands.
 */
export const livePart = (page: Document): void => {
  const part = page.querySelector<HTMLElement>('[data-live]')
  if (!part?.id) return
  const everyMs = Number(part.dataset.live) * 1000
  const isHeld = () => page.hidden || part.contains(page.activeElement)
  const ask = async () => {
    try {
      const answer = isHeld() ? null : await fetch(location.href, { headers: { accept: 'text/html' } })
      const fresh =
        answer?.ok && !answer.redirected
          ? new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part.id)
          : null
      if (fresh && !isHeld() && fresh.innerHTML !== part.innerHTML) part.replaceChildren(...fresh.childNodes)
    } catch {
      // Offline, most likely: ask again later.
    }
    setTimeout(ask, everyMs)
  }
  setTimeout(ask, everyMs)
}
