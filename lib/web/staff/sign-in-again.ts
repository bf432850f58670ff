import { seeOther } from '../respond.ts'

/** Leads to the sign-in page, and from there back to the page that was asked for. A form is not sent again. */
export const signInAgain = (request: Request): Response => {
  if (request.method !== 'GET') return seeOther('/admin/sign-in?problem=session')
  const { pathname, search } = new URL(request.url)
  return seeOther(`/admin/sign-in?${new URLSearchParams({ next: pathname + search })}`)
}

/** Leads to where the second factor is shown, and from there back to the page that was asked for. */
export const proveFirst = (request: Request): Response => {
  const { pathname, search } = new URL(request.url)
  const next = request.method === 'GET' ? pathname + search : '/admin'
  return seeOther(`/admin/second-factor?${new URLSearchParams({ next })}`)
}

/** Leads to the page of the tenant's own sign-in, and from there back to the page that was asked for. */
export const comeBySso = (request: Request, slug: string): Response => {
  const { pathname, search } = new URL(request.url)
  const next = request.method === 'GET' ? pathname + search : `/admin/${slug}`
  return seeOther(`/admin/sign-in/sso/${slug}?${new URLSearchParams({ next })}`)
}

/** A page of the console to go on to, from an address or a form; anything else leads to its entrance. */
export const nextPath = (asked: string): string =>
  /^\/admin(?:[/?][\w\-./?=&%+~:,]*)?$/.test(asked) && !asked.includes('//') ? asked : '/admin'

export const nextFrom = (request: Request): string =>
  nextPath(new URL(request.url).searchParams.get('next') ?? '')
