const shownHooks = 100

export type Hook = {
  /** The same at every try. */
  id: string
  envelope: 'standard' | 'dialect'
  name: string
  verdict: 'valid' | 'invalid'
  receivedAt: string
  /** How often it came: at least once means that it may be more. */
  times: number
  body: string
}

export type HookBox = {
  record: (hook: Omit<Hook, 'receivedAt' | 'times'>) => void
  /** Newest first. */
  list: () => Hook[]
}

/** Keeps the newest messages in memory; one that came before is counted and not kept again. */
export function openHookBox(now = () => new Date()): HookBox {
  const hooks: Hook[] = []
  return {
    record: (hook) => {
      const known = hooks.find(
        ({ id, envelope, verdict }) =>
          id === hook.id && envelope === hook.envelope && verdict === hook.verdict,
      )
      if (known) {
        known.times++
        return
      }
      hooks.unshift({ ...hook, receivedAt: now().toISOString(), times: 1 })
      hooks.length = Math.min(hooks.length, shownHooks)
    },
    list: () => [...hooks],
  }
}
