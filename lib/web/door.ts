import { AppError, type ErrorCode, errorCodeOf, errorTable } from '#lib/kit/errors.ts'
import { log } from '#lib/kit/log.ts'
import { isServedAt, placeOf } from './host-place.ts'
import { isSameOrigin } from './same-origin.ts'

type Context = { params: Promise<Record<string, string | string[] | undefined> | undefined> }
export type DoorParams = Readonly<Record<string, string>>
export type DoorHandler = (request: Request, params: DoorParams) => Promise<Response>
/** What was thrown, as a door may tell it: `detail` holds ids, never words. */
export type Problem = { readonly code: ErrorCode; readonly detail: Readonly<Record<string, unknown>> }
/** Turns a problem into the page, or the body, of this kind of door. */
export type Translate = (
  problem: Problem,
  request: Request,
  params: DoorParams,
) => Response | Promise<Response>

const report = ({ code, detail }: Problem, thrown: unknown): void => {
  const { name, message, stack } = thrown as Error
  if (errorTable[code].isExpected) log('info', 'refused', { code, ...detail })
  else log('error', 'failed', { code, name, message, stack, ...detail })
}

/** Next.js gives no parameters at all to an address that has none. */
const paramsOf = async ({ params }: Context): Promise<DoorParams> =>
  Object.fromEntries(Object.entries((await params) ?? {}).map(([name, value]) => [name, String(value)]))

/**
 * Wraps a door: origin check on every POST, one translation of whatever was thrown. A door therefore never answers
 * with a stack or an empty page.
 */
export const door =
  (translate: Translate, handler: DoorHandler) =>
  async (request: Request, context: Context): Promise<Response> => {
    // Told without the parameters: whose page stands at that address elsewhere is not this host’s to say.
    const refuse = (asked: Request) => translate({ code: 'not_found', detail: {} }, asked, {})
    const params = await paramsOf(context)
    try {
      const place = await placeOf(request)
      if (!(await isServedAt(place, request, params))) return refuse(request)
      if (request.method === 'POST' && !isSameOrigin(request, place)) throw new AppError('cross_origin')
      return await handler(request, params)
    } catch (thrown) {
      const detail = thrown instanceof AppError ? thrown.detail : {}
      const problem = { code: errorCodeOf(thrown), detail }
      report(problem, thrown)
      return translate(problem, request, params)
    }
  }
