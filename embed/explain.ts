export const say = (text: string): void => console.warn(`Portico: ${text}`)

/**
 * Tells a developer, in the console of their own page, what only a browser can know: that a policy in force or mixed
 * content blocks the frame. Everything else is for the portal's doctor, whose page is named. The token is left out.
 */
export const explain = (address: string): (() => void) => {
  const { origin, protocol, pathname, search } = new URL(address)
  const doctor = new URL('/docs/connect/doctor', origin)
  doctor.searchParams.set('embed', origin + pathname + search)
  doctor.searchParams.set('page', location.origin)
  say(`have this embed examined at ${doctor.href}`)
  if (location.protocol === 'https:' && protocol === 'http:')
    say(
      `a page over https shows no frame over http. Change the portal to ${origin.replace('http:', 'https:')}`,
    )
  const onViolation = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent) => {
    if (blockedURI.startsWith(origin))
      say(
        `the Content-Security-Policy of this page blocks the frame. Add to it: ${effectiveDirective} ${origin}`,
      )
  }
  document.addEventListener('securitypolicyviolation', onViolation)
  return () => document.removeEventListener('securitypolicyviolation', onViolation)
}
