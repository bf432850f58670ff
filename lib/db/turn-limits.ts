/** At most `turns` in `seconds`, counted from the first; `isShared` when many people may stand behind one key. */
export type TurnLimit = { readonly turns: number; readonly seconds: number; readonly isShared: boolean }

const minutes = 60

/** Offices, campuses and mobile carriers send many people from one address: its limits are wide. */
const address = (turns: number, seconds: number): TurnLimit => ({ turns, seconds, isShared: true })
/** A business that becomes busy overnight must not be shut: what stops here is a flood. */
const tenant = (turns: number, seconds: number): TurnLimit => ({ turns, seconds, isShared: true })
/** One person at one screen, who mistypes, goes back and changes their mind. */
const session = (turns: number, seconds: number): TurnLimit => ({ turns, seconds, isShared: false })

/** Every door with a limit, and how often it opens: to whom it is told, in the order in which it is counted. */
export const turnLimits = {
  // A link is opened once or twice; who opens hundreds is trying names or filling the table of visits.
  'link.address': address(150, 10 * minutes),
  'link.tenant': tenant(5_000, 10 * minutes),
  // Each turn may send a mail or a message to an address that the person merely typed.
  'identity.address': address(100, 30 * minutes),
  'identity.session': session(12, 30 * minutes),
  'identity.tenant': tenant(4_000, 30 * minutes),
  // A code has five tries of its own (S3); this bounds how many codes are tried one after the other.
  'code.address': address(200, 15 * minutes),
  'code.session': session(30, 15 * minutes),
  'code.tenant': tenant(6_000, 15 * minutes),
  // Passwords and answers reach a bank: who tries stolen lists here would lock people out there.
  'login.address': address(80, 10 * minutes),
  'login.session': session(25, 10 * minutes),
  'login.tenant': tenant(2_000, 10 * minutes),
  // The list is asked at every pause of the typing hand, at most a few times a second.
  'search.address': address(1_500, minutes),
  'search.session': session(240, minutes),
  'search.tenant': tenant(20_000, minutes),
  // Each turn may send a mail to a member of staff; who tries addresses learns nothing and is soon stopped.
  'sign_in.address': address(60, 15 * minutes),
  'sign_in.email': session(5, 15 * minutes),
  // Who holds a link tries a provider and its DNS some times over; each turn may ask a server that they name.
  'setup.address': address(120, 15 * minutes),
  'setup.link': session(60, 15 * minutes),
  // A code of six digits has three that are right just now: ten tries leave one chance in thirty thousand.
  'factor.member': session(10, 15 * minutes),
  // A server that pages through its visits in a hurry stays below; a loop that went wrong does not.
  'api.key': tenant(600, minutes),
  // A provider that goes through a whole company asks many times a second, and waits where it is told to.
  'scim.token': tenant(1_500, minutes),
  // Who asks without a key of ours has nothing to ask for: a few mistakes are forgiven.
  'api.refused': address(60, minutes),
} as const satisfies Record<string, TurnLimit>

export type TurnLimitName = keyof typeof turnLimits
