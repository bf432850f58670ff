const pad = (count: number): string => String(count).padStart(2, '0')

/**
 * Counts down on a page whose question expires, says once that less than a minute is left, and at the end lets the
 * server say what happened. The clock itself is in no live region: nobody wants to hear each second.
 */
export const questionClock = (page: Document): void => {
  const box = page.querySelector<HTMLElement>('[data-question-clock]')
  const clock = box?.querySelector('[data-clock]')
  const soon = box?.querySelector('[data-soon]')
  if (!box || !clock || !soon) return
  const { clockText = '', soonText = '' } = box.dataset
  const endsAt = Date.now() + Number(box.dataset.questionClock) * 1000
  const tick = () => {
    const left = Math.ceil((endsAt - Date.now()) / 1000)
    if (left <= 0) return location.reload()
    clock.textContent = clockText.replace('{clock}', `${Math.floor(left / 60)}:${pad(left % 60)}`)
    if (left < 60 && soon.textContent === '') soon.textContent = soonText
    setTimeout(tick, 1000)
  }
  tick()
}
