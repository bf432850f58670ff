/** The origin that a form may lead to besides ours: that of the address where the visit returns, if there is one. */
export const originsOf = (returnUrl: string | null): string[] =>
  returnUrl === null ? [] : [new URL(returnUrl).origin]
