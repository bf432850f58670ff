import type { Settings } from './settings.ts'

/** Links that were made for this start, each to be opened once. */
export type FreshLinks = { readonly personal: string; readonly console: string }

/** What a newcomer opens first, with all that has to be typed there. */
export function demoBanner({ ports }: Settings, links: FreshLinks): string {
  const at = (port: number, path = '/') => `http://127.0.0.1:${port}${path}`
  return `
  Connect a bank      ${at(ports.PORT, '/e/maple')}
                      at the bank: Greatday / Everyday
                      it may ask:  What city were you born in?          Montreal
                                   What is the best country on earth?   Canada
                                   What shape do people like most?      Triangle
  A personal link     ${links.personal}
                      opens once, knows a name already; more with: npm run portico -- link maple
  The console         ${links.console}
                      signs the owner of maple in once; more with: npm run portico -- admin invite
  Its mail and texts  ${at(ports.MAIL_PORT)}   codes and receipts arrive here
  More personas       ${at(ports.BANK_PORT)}   every login of the sandbox bank
  A business          ${at(ports.DEMO_PORT)}   where people come from and return to
                      what the portal tells its server: ${at(ports.DEMO_PORT, '/hooks')}
  Stop                Ctrl-C
`
}
