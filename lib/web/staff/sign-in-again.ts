import { seeOther } from '../respond.ts'

/** Leads to the sign-in page, and from there back to the page that was asked for. A form is not sent again. */
export const signInAgain = (request: Request): Response => {
  if (request.method !== 'GET') return seeOther('/admin/sign-in?problem=session')
  const { pathname, search } = new URL(request.url)
  return seeOther(`/admin/sign-in?${new URLSearchParams({ next: pathname + search })}`)
}

/** A page of the console to go on to, from an address or a form; anything else leads to its entrance. */
export const nextPath = (asked: string): string =>
  /^\/admin(?:[/?][\w\-./?=&%+~:,]*)?$/.test(asked) && !asked.includes('//') ? asked : '/admin'
