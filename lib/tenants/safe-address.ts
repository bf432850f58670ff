const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** An https address, or http on this very machine; without credentials, fragment or wildcard. */
export const isSafeAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  const isPrivate = protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname))
  return isPrivate && username === '' && password === '' && !/[#*]/.test(text)
}

/** A scheme with a dot: no browser or system has one, and a domain turned round says whose it is (RFC 8252 section 7.1). */
const appScheme = /^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+:\/{1,3}[\w~%!$&+=@:./?-]*$/

/**
 * The address of an app on the person's own device: `com.example.app:/connected`. Never a script, data or a file, for
 * none of their schemes has a dot; and nothing in it that could end a header or an attribute.
 */
export const isAppAddress = (text: string): boolean => appScheme.test(text) && URL.canParse(text)

/** Where a visit may return: to a site over https, which an app may have claimed, or to an app by its own scheme. */
export const isReturnAddress = (text: string): boolean => isSafeAddress(text) || isAppAddress(text)
