/**
 * What a form may lead to besides ours: the origin of the address where the visit returns, if there is one; the scheme
 * alone where that is an app, for an app has no origin.
 */
export const originsOf = (returnUrl: string | null): string[] => {
  if (returnUrl === null) return []
  const { origin, protocol } = new URL(returnUrl)
  return [origin === 'null' ? protocol : origin]
}
