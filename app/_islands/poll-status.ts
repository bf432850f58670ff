/**
 * Asks the visit's status until another step is due, then lets the server decide where to go. Looks less often as time
 * passes and rests while the tab is hidden. If the answer cannot be read, the page itself is asked again.
 */
export const pollStatus = (page: Document): void => {
  const box = page.querySelector<HTMLElement>('[data-poll]')
  if (!box?.dataset.poll) return
  const address = box.dataset.poll
  const firstMs = Number(box.dataset.seconds) * 1000
  const startedAt = Date.now()
  const waitMs = () => Math.min(firstMs * (1 + (Date.now() - startedAt) / 60_000), 10_000)
  const tellSlow = () => {
    const slow = page.querySelector<HTMLElement>('[data-slow]')
    if (slow && Date.now() - startedAt > 20_000 && !slow.textContent)
      slow.textContent = slow.dataset.slow ?? ''
  }
  const ask = async () => {
    if (page.hidden) return page.addEventListener('visibilitychange', ask, { once: true })
    try {
      const answer = await fetch(address, { headers: { accept: 'application/json' } })
      const { step } = (await answer.json()) as { step?: string }
      if (step !== box.dataset.step) return location.reload()
    } catch {
      // Offline, most likely: ask again later.
    }
    tellSlow()
    setTimeout(ask, waitMs())
  }
  setTimeout(ask, firstMs)
}
