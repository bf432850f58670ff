import { type AuditQuery, type AuditRow, findEntries, listAuditTerms } from '#lib/audit/audit-store.ts'
import { findMember } from '#lib/staff/member-store.ts'
import type { Desk } from '../desk.ts'
import { type FieldChange, toldDetail } from './told-detail.ts'

export type Change = {
  readonly sequence: number
  readonly at: Date
  /** The address of a member, or the name of a program. */
  readonly who: string
  readonly action: string
  readonly subject: string
  readonly fields: readonly FieldChange[]
}

const memberIds = /(?:staff:)?(stm_[0-9a-z]{26})/g

/** Names for the log's ids, each looked up once. One who is no member of staff any more keeps their id. */
const nameOf = () => {
  const known = new Map<string, Promise<string>>()
  const look = async (id: string, fallback: string) => (await findMember(id))?.email ?? fallback
  const nameOne = (id: string, text: string): Promise<string> => {
    const found = known.get(id) ?? look(id, text)
    known.set(id, found)
    return found
  }
  return async (text: string): Promise<string> => {
    let told = text
    for (const [whole, id = ''] of text.matchAll(memberIds))
      told = told.replace(whole, await nameOne(id, whole))
    return told
  }
}

type Name = ReturnType<typeof nameOf>

/** Members stand in the log by their ids, also inside of what it tells. */
const namedIn = async ({ field, before, after }: FieldChange, name: Name): Promise<FieldChange> => ({
  field,
  before: before && (await name(before)),
  after: after && (await name(after)),
})

const told = async (row: AuditRow, name: Name): Promise<Change> => ({
  sequence: row.sequence,
  at: row.at,
  who: await name(row.actor),
  action: row.action,
  subject: await name(row.subject),
  fields: await Promise.all(toldDetail(row.detail).map((field) => namedIn(field, name))),
})

/** Every change that the query asks for, the newest first, told for people. */
export const findChanges = async (desk: Desk<'audit.view'>, query: AuditQuery): Promise<Change[]> => {
  const name = nameOf()
  return Promise.all((await findEntries(desk.db, query)).map((row) => told(row, name)))
}

const pageSize = 500

/** The same without an end: page after page, for a log may be longer than memory holds. */
export async function* walkChanges(
  desk: Desk<'audit.view'>,
  query: Omit<AuditQuery, 'limit'>,
): AsyncGenerator<readonly Change[]> {
  const name = nameOf()
  let before = query.before
  for (;;) {
    const rows = await findEntries(desk.db, { ...query, before, limit: pageSize })
    yield await Promise.all(rows.map((row) => told(row, name)))
    if (rows.length < pageSize) return
    before = rows.at(-1)?.sequence
  }
}

/** What a list can be narrowed to. */
export const auditChoices = async (desk: Desk<'audit.view'>) => {
  const { actors, actions } = await listAuditTerms(desk.db)
  const name = nameOf()
  return {
    actions,
    actors: await Promise.all(actors.map(async (actor) => ({ value: actor, label: await name(actor) }))),
  }
}
