import type { Frame, Page } from '@playwright/test'

type Shift = { readonly value: number; readonly what: readonly string[] }

/** Runs in each document before anything else does. What follows at once on an act of the person in it is no shift. */
const watch = () => {
  const seen: Shift[] = []
  Object.assign(window, { shifts: seen })
  type Entry = PerformanceEntry & {
    value: number
    hadRecentInput: boolean
    sources: { node: Node | null }[]
  }
  const told = (node: Node | null) =>
    node instanceof Element ? node.outerHTML.slice(0, 80) : (node?.textContent ?? 'gone')
  const keep = ({ value, hadRecentInput, sources }: Entry) => {
    if (!hadRecentInput) seen.push({ value, what: sources.map(({ node }) => told(node)) })
  }
  new PerformanceObserver((list) => (list.getEntries() as Entry[]).forEach(keep)).observe({
    type: 'layout-shift',
    buffered: true,
  })
}

export const watchShifts = (page: Page): Promise<void> => page.addInitScript(watch).then(() => undefined)

/** All that moved by itself in this document so far, with what it was. */
export const shiftsOf = (page: Page | Frame): Promise<readonly Shift[]> =>
  page.evaluate(
    () =>
      // Two frames later everything that was laid out has been told.
      new Promise<readonly Shift[]>((resolve) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve((window as unknown as { shifts: Shift[] }).shifts)),
        ),
      ),
  )

export const sumOf = (shifts: readonly Shift[]): number => shifts.reduce((sum, { value }) => sum + value, 0)
