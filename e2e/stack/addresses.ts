function addressOf(name: string): string {
  const address = process.env[`PORTICO_E2E_${name}`]
  if (!address)
    throw new Error(`PORTICO_E2E_${name} is not set: the stack of the browser tests does not run.`)
  return address
}

/** Where the parts under test are, without a final slash; each is an origin of its own. */
export const addresses = {
  portal: () => addressOf('PORTAL'),
  bank: () => addressOf('BANK'),
  mail: () => addressOf('MAIL'),
  business: () => addressOf('BUSINESS'),
  /** Where the DNS server that the stack asks is told what it says. */
  names: () => addressOf('NAMES'),
  databaseUrl: () => addressOf('DATABASE_URL'),
}
