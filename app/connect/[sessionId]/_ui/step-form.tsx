import type { ReactNode } from 'react'
import type { Frame } from '#lib/flow/view.ts'
import { submitPath } from './paths.ts'

/**
 * The form of a step. `seen` names the try that the page was made for, so that an old tab sends nothing twice.
 * The server checks and tells in the page's own words and language, so the browser's checks are off.
 */
export const StepForm = ({ frame, children }: { frame: Frame; children: ReactNode }) => (
  <form action={submitPath(frame, frame.step)} method="post" noValidate>
    <input name="seen" type="hidden" value={frame.seen} />
    {children}
  </form>
)
