import { createLink } from '#lib/flow/create-link.ts'
import { findLinkFlaws } from '#lib/flow/link-flaws.ts'
import { defaultLinkDays, mostLinkDays } from '#lib/links/link.ts'
import { listLinks } from '#lib/links/list-links.ts'
import { revokeLink } from '#lib/links/revoke-link.ts'
import { actor, type Command, CommandError } from './command.ts'
import { describeFlaw, readLinkOrder } from './link-order.ts'
import { tenantNamed } from './tenant-named.ts'

const mostListed = 50

const day = (instant: Date): string => instant.toISOString().slice(0, 10)

const refusals = {
  return_url_refused: '--return-url: no longer on the list of return addresses.',
  connection_unknown: '--repairs: no connection with this loginId, or one of test banks without --demo.',
} as const

const link: Command = {
  usage: '<tenant> [--name … --email … --lock email,name --days 7 --language fr --tag …]',
  says: `Make a personal link. Its address is shown this once and opens one visit.
      What is known of the person: --name --email --phone --date-of-birth --reference
        --street --unit --city --region --postal-code --country
      --lock what they cannot change; --days ${defaultLinkDays} unless said, ${mostLinkDays} at most
      --repairs <loginId> to bring that connection back with its ids
      --return-url one of the tenant’s; --demo for test banks only; --quiet prints the address alone`,
  run: async (words) => {
    const { slug, isQuiet, repairs, link: asked } = readLinkOrder(words)
    const db = await tenantNamed(slug)
    const flaws = await findLinkFlaws(db, asked)
    if (flaws.length > 0) throw new CommandError(flaws.map((flaw) => describeFlaw(flaw, slug)).join('\n'))
    const made = await createLink(db, { ...asked, repairs }, { actor, now: new Date() })
    if (!made.ok) throw new CommandError(refusals[made.reason])
    const { url, link } = made.value
    console.log(url)
    if (!isQuiet) console.log(`${link.id}  opens once, until ${day(link.expiresAt)}`)
  },
}

const list: Command = {
  usage: '<tenant>',
  says: `List the newest ${mostListed} personal links and what became of them.`,
  run: async ([slug]) => {
    const links = await listLinks(await tenantNamed(slug), { limit: mostListed, now: new Date() })
    for (const { id, standing, createdAt, expiresAt, tag } of links)
      console.log(
        `${id}  ${standing.padEnd(7)}  made ${day(createdAt)}  until ${day(expiresAt)}  ${tag ?? ''}`,
      )
    if (links.length === 0) console.log('No links yet.')
  },
}

const revoke: Command = {
  usage: '<tenant> <link id>',
  says: 'Take back a personal link that nobody has opened.',
  run: async ([slug, id = '']) => {
    const isDone = await revokeLink(await tenantNamed(slug), id, { actor, now: new Date() })
    if (!isDone) throw new CommandError(`“${id}” is no link of ${slug} that could be taken back.`)
    console.log(`${id} is revoked. Whoever opens it is told so.`)
  },
}

export const linkCommands = { link, links: list, 'revoke-link': revoke }
