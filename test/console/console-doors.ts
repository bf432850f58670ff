import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { StaffAction } from '#lib/console/permissions.ts'

type Answer = (request: Request, around: { params: Promise<unknown> }) => Promise<Response>
type Handler = Answer & { readonly action?: StaffAction; readonly isLeading?: true }

/** One verb of one address of a tenant's console; `action` is what the door itself asks for. */
export type ConsoleDoor = {
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly file: string
  readonly action: StaffAction
  readonly answer: Answer
}

const folder = 'app/admin/[tenantSlug]'
const files = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /(^|\/)route\.tsx?$/.test(file))

const methodsOf = async (file: string) => {
  const loaded = (await import(pathToFileURL(resolve(folder, file)).href)) as Record<string, Handler>
  return Object.entries(loaded).filter(([name]) => /^[A-Z]+$/.test(name))
}

/** What every page and form of a tenant's console says of itself: a new one is tried by itself. */
export const consoleDoors = async (): Promise<{
  readonly doors: readonly ConsoleDoor[]
  /** Verbs that neither ask for an action nor only lead to the page of a form. */
  readonly undeclared: readonly string[]
}> => {
  const [doors, undeclared]: [ConsoleDoor[], string[]] = [[], []]
  for (const file of files())
    for (const [method, answer] of await methodsOf(file)) {
      const place = file.replace(/\/?route\.tsx?$/, '')
      const name = `${method} ${place || '/'}`
      const { action } = answer
      if (action && (method === 'GET' || method === 'POST'))
        doors.push({ name, method, file, action, answer })
      else if (!answer.isLeading) undeclared.push(name)
    }
  return { doors, undeclared }
}

export type Things = Readonly<Record<string, string>>

/** The names that stand in the brackets of a door’s address, behind the tenant’s. */
export const namesOfPlace = ({ file }: Pick<ConsoleDoor, 'file'>): readonly string[] =>
  [...file.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name = '']) => name)

/** What stands there; `nothing` for what is not named. */
const paramsOf = (file: string, slug: string, things: Things): Things => ({
  tenantSlug: slug,
  ...Object.fromEntries(namesOfPlace({ file }).map((name) => [name, things[name] ?? 'nothing'])),
})

type Asked = {
  readonly token: string | null
  readonly slug: string
  readonly things?: Things
  readonly body?: URLSearchParams | FormData
}

/** Asks a door as a page of the console does, by whom the token stands for. */
export const ask = (
  { file, method, answer }: ConsoleDoor,
  { token, slug, things = {}, body = new URLSearchParams() }: Asked,
): Promise<Response> => {
  const params = paramsOf(file, slug, things)
  const path = `[tenantSlug]/${file}`
    .replace(/\/?route\.tsx?$/, '')
    .replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => params[name] ?? '')
  const headers = {
    'sec-fetch-site': 'same-origin',
    ...(token === null ? {} : { cookie: `__Host-staff=${token}` }),
  }
  const request = new Request(`http://127.0.0.1:3000/admin/${path}`, {
    method,
    headers,
    ...(method === 'POST' ? { body } : {}),
  })
  return answer(request, { params: Promise.resolve(params) })
}
