import { z } from 'zod'
import type { TypedRoute } from '#lib/console/banks/change-route.ts'
import type { DoorParams } from '../door.ts'
import type { Form } from '../read-form.ts'
import { readQuery, wishedText } from './list-query.ts'

/** What is looked for among the banks. */
export const bankQuery = (request: Request): string => readQuery(request, z.object({ q: wishedText })).q

/** The institution that an address names; 0, which none has, where it names none. */
export const institutionIn = ({ institutionId = '' }: DoorParams): number =>
  /^\d{1,9}$/.test(institutionId) ? Number(institutionId) : 0

export const routeForm = ({ get }: Form, params: DoorParams): TypedRoute => ({
  institutionId: institutionIn(params),
  connectorId: get('connector'),
  upstreamKey: get('key').trim().slice(0, 200),
  settings: get('settings'),
  seen: get('seen'),
})
