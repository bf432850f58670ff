import { headers } from 'next/headers'
import { askSearch, askVisit } from '../../../../twin/questions.ts'
import { drawTwin } from '../../../../twin/tree.ts'

type Asked = { params: Promise<{ name: string; id: string }> }

/** A plain page of the App Router, client runtime and all, that asks what the portal's page asks and shows as much. */
export default async function Page({ params }: Asked) {
  await headers()
  const { name, id } = await params
  await (name === 'search' ? askSearch(id) : askVisit(id))
  return drawTwin(name)
}
