import type { DoorParams } from '#lib/web/door.ts'
import { seeOther } from '#lib/web/respond.ts'
import { pageDoor } from './page-door.tsx'

/** For an address that takes forms and is asked by GET, as when its problem page is loaded anew: to the page of the form. */
export const leadsTo = (path: (params: DoorParams) => string) =>
  Object.assign(
    pageDoor(async (_request, params) => seeOther(path(params))),
    { isLeading: true as const },
  )
