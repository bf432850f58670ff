// GET /admin/:tenantSlug/links/:linkId: owners, support, developers. One personal link: how far it has got, and, for whoever
// has just made it, its address.
import { readLink } from '#lib/console/links/read-link.ts'
import { takeRevealedLink } from '#lib/console/reveal-once.ts'
import { orNotFound } from '#lib/web/staff/or-unknown.ts'
import { staffPage } from '../../../_doors/staff-door.tsx'
import { linkView } from './link-view.tsx'

export const GET = staffPage('links.view', async (scene) => {
  const { desk, params } = scene
  const one = orNotFound(await readLink(desk, params.linkId ?? '', new Date()))
  return linkView(scene, one, await takeRevealedLink(desk, one.link.id))
})
