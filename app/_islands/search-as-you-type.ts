const pauseMs = 140

const partOf = async (url: URL, signal: AbortSignal): Promise<Element | null> => {
  const answer = await fetch(url, { signal, headers: { accept: 'text/html' } })
  // A visit that ended leads elsewhere: the browser shall go there, not swap in half a page.
  if (!answer.ok || answer.redirected) return null
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  return page.querySelector('[data-results]')
}

/**
 * Swaps the list of the same page while typing; only the count is announced (O24, A9). The address is left as it is,
 * so that no search is remembered.
 */
export const searchAsYouType = (page: Document): void => {
  const form = page.querySelector<HTMLFormElement>('[data-search]')
  const field = form?.querySelector('input')
  const told = page.querySelector('[data-count]')
  if (!form || !field || !told) return
  let due: ReturnType<typeof setTimeout> | undefined
  let running = new AbortController()
  const search = async () => {
    running.abort()
    running = new AbortController()
    const url = new URL(form.action)
    url.searchParams.set('q', field.value)
    try {
      const part = await partOf(url, running.signal)
      if (!part) return form.submit()
      page.querySelector('[data-results]')?.replaceWith(part)
      told.textContent = part.getAttribute('data-results')
    } catch {
      // Overtaken by the next letter, or offline: the button still searches.
    }
  }
  field.addEventListener('input', () => {
    clearTimeout(due)
    due = setTimeout(search, pauseMs)
  })
}
