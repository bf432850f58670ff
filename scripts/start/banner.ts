import type { Settings } from './settings.ts'

/** What a newcomer opens first, with all that has to be typed there. `personalLink` is fresh: it can be opened once. */
export function demoBanner({ ports }: Settings, personalLink: string): string {
  const at = (port: number, path = '/') => `http://127.0.0.1:${port}${path}`
  return `
  Connect a bank      ${at(ports.PORT, '/e/maple')}
                      at the bank: Greatday / Everyday
                      it may ask:  What city were you born in?          Montreal
                                   What is the best country on earth?   Canada
                                   What shape do people like most?      Triangle
  A personal link     ${personalLink}
                      opens once, knows a name already; more with: npm run portico -- link maple
  Its mail and texts  ${at(ports.MAIL_PORT)}   codes and receipts arrive here
  More personas       ${at(ports.BANK_PORT)}   every login of the sandbox bank
  A business          ${at(ports.DEMO_PORT)}   where people come from and return to
                      what the portal tells its server: ${at(ports.DEMO_PORT, '/hooks')}
  Stop                Ctrl-C
`
}
