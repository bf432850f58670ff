import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { LoginBody } from '../../../login/page.tsx'
import { findLogin } from '../../../login/view.ts'

/** A plain page of the App Router, client runtime and all. The nonce, if any, comes from proxy.ts. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const incoming = await headers()
  const view = await findLogin((await params).id, incoming.get('cookie'))
  if (!view) notFound()
  return (
    <>
      <title>{view.strings.title(view.bank)}</title>
      <style nonce={incoming.get('x-nonce') ?? undefined}>{view.brandCss}</style>
      <LoginBody view={view} />
    </>
  )
}
