type TimeLeft = { readonly idleSeconds: number; readonly endSeconds: number }

/** Looked at again at least so often, for a laptop that slept wakes with old timers. */
const lookEveryMs = 15_000

const leftOf = async (address: string): Promise<TimeLeft | null> => {
  const answer = await fetch(address, { headers: { accept: 'application/json' } })
  return answer.ok ? ((await answer.json()) as { time: TimeLeft | null }).time : null
}

/** When the visit ends, by this computer’s clock, as the page and later the server tell it. */
const clockOf = (data: DOMStringMap) => {
  let idleAt = 0
  let endAt = 0
  const set = ({ idleSeconds, endSeconds }: TimeLeft) => {
    idleAt = Date.now() + idleSeconds * 1000
    endAt = Date.now() + endSeconds * 1000
  }
  set({ idleSeconds: Number(data.idle), endSeconds: Number(data.end) })
  return {
    isNear: () => idleAt - Date.now() <= Number(data.idleWarn) * 1000,
    isEnding: () => endAt - Date.now() <= Number(data.endWarn) * 1000,
    learn: async () => {
      const left = await leftOf(data.time as string)
      // The page that follows says that the visit has ended, and how to begin anew.
      if (left === null) location.reload()
      else set(left)
    },
  }
}

/**
 * Warns before the visit ends and takes the answer (A3). The server is asked before anything is said, for another tab
 * may have made the visit last longer. The words are put into a live region; nobody's focus is moved.
 */
export const tellTimeLeft = (page: Document): void => {
  const box = page.querySelector<HTMLElement>('[data-time]')
  const told = box?.querySelector('[data-told]')
  const form = box?.querySelector('form')
  if (!box || !told || !form) return
  const { dataset: data } = box
  const clock = clockOf(data)
  const tell = (text = '') => {
    box.hidden = text === ''
    // Said once: a region is read aloud whenever its words are set.
    if (told.textContent !== text) told.textContent = text
  }
  const look = async () => {
    if (!clock.isNear() && !clock.isEnding()) return
    await clock.learn()
    form.hidden = clock.isEnding()
    tell(clock.isEnding() ? data.endText : clock.isNear() ? data.idleText : '')
  }
  const askForMore = async (event: Event) => {
    event.preventDefault()
    await fetch(form.action, { method: 'POST' })
    await clock.learn()
    if (!clock.isNear()) told.textContent = data.moreText ?? ''
  }
  // Offline: what is said stays, the button too, and the next look asks again.
  const ignore = () => undefined
  form.addEventListener('submit', (event) => askForMore(event).catch(ignore))
  // It goes when the person does, so that the button is not taken from under them.
  form.addEventListener('focusout', () => {
    if (!clock.isNear() && !clock.isEnding()) tell()
  })
  setInterval(() => look().catch(ignore), lookEveryMs)
}
