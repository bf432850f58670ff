import { assets } from '#lib/web/assets.ts'
import { originsOf } from '#lib/web/origins-of.ts'
import { respondWithPage, seeOther } from '#lib/web/respond.ts'
import { sessionCookie } from '#lib/web/session-cookie.ts'
import { DeclinedPage } from './declined-page.tsx'
import type { DoorPage } from './door-page.ts'
import { FrontDoorPage } from './front-door-page.tsx'

export const respondWithFrontDoor = ({
  headers = {},
  ...page
}: DoorPage & { readonly headers?: Record<string, string> }): Response =>
  respondWithPage({
    formTargets: originsOf(page.door.returnUrl),
    headers,
    render: (nonce) => <FrontDoorPage assets={assets()} nonce={nonce} {...page} />,
  })

export const respondWithDeclined = (page: DoorPage): Response =>
  respondWithPage({ render: (nonce) => <DeclinedPage assets={assets()} nonce={nonce} {...page} /> })

/** Into the visit that a personal link opened, with its proof, which this browser may not have kept. */
export const respondWithVisit = ({ id, proof }: { id: string; proof: string }): Response =>
  seeOther(`/connect/${id}`, { 'set-cookie': sessionCookie(id, proof) })
