import { BankError } from '../bank-error.ts'
import { type Customer, findCustomer } from '../customer.ts'
import type { Language } from '../language.ts'
import { personaPassword } from '../personas.ts'
import type { BankWorld } from '../world.ts'
import type { LoginSession } from './login-session.ts'
import { openSession } from './session-store.ts'

export type Credentials = {
  readonly institution: string
  readonly username: string
  readonly password: string
  readonly language: Language
}

const passwordKey = ({ seed }: Customer): string => `password/${seed}`
export const lockKey = ({ seed }: Customer): string => `lock/${seed}`

const refusePassword = (world: BankWorld, customer: Customer): never => {
  const { passwordTries } = customer.persona
  if (passwordTries === undefined) throw new BankError('wrong_credentials')
  const now = world.clock.now()
  const triesLeft = passwordTries - world.tries.add(passwordKey(customer), now)
  if (triesLeft > 0) throw new BankError('wrong_credentials', triesLeft)
  world.tries.clear(passwordKey(customer))
  world.tries.add(lockKey(customer), now)
  throw new BankError('login_locked', 0)
}

/** The customer of these credentials. Throws `wrong_credentials` alike for a stranger and a wrong password. */
export const getCustomer = (world: BankWorld, credentials: Credentials): Customer => {
  const customer = findCustomer(credentials.institution, credentials.username)
  if (customer?.institution.health === 'off') throw new BankError('institution_disabled')
  if (!customer) throw new BankError('wrong_credentials')
  if (world.tries.countOf(lockKey(customer), world.clock.now()) > 0) throw new BankError('login_locked')
  const isPasswordRight = credentials.password.toLowerCase() === personaPassword.toLowerCase()
  if (!isPasswordRight) return refusePassword(world, customer)
  world.tries.clear(passwordKey(customer))
  return customer
}

export const startLogin = (world: BankWorld, customer: Customer, language: Language): LoginSession =>
  openSession(world, customer, language)
