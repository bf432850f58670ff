import { generateSecret, generateURI, verify } from 'otplib'

/** 160 bits, as RFC 4226 §4 asks. */
export const mintTotpSecret = (): string => generateSecret({ length: 20 })

/** What an authenticator app reads from the picture. */
export const totpUri = (secret: string, email: string): string =>
  generateURI({ issuer: 'Portico', label: email, secret })

/** Typed as it is shown, with or without a gap. */
const digitsOf = (typed: string): string => typed.replace(/\s/g, '')

/** A clock may be half a minute off, either way. */
const toleranceSeconds = 30

/**
 * The half minute whose code `typed` is, or null. None that is `afterStep` or earlier, so that a code that was looked
 * over a shoulder is of no use (RFC 6238 §5.2).
 */
export const matchTotp = async (
  secret: string,
  typed: string,
  afterStep: number | null,
): Promise<number | null> => {
  const token = digitsOf(typed)
  if (!/^\d{6}$/.test(token)) return null
  const after = afterStep === null ? {} : { afterTimeStep: afterStep }
  const result = await verify({ secret, token, epochTolerance: toleranceSeconds, ...after })
  return result.valid && 'timeStep' in result ? result.timeStep : null
}
