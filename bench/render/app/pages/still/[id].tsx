import type { GetServerSideProps } from 'next'
import Head from 'next/head'
import { LoginBody } from '../../login/page.tsx'
import { stringsOf } from '../../login/strings.ts'
import { findLogin, type LoginView, mintNonce, pageHeaders } from '../../login/view.ts'

type Props = { view: Omit<LoginView, 'strings'>; nonce: string }

// Undocumented, and obeyed in production builds only: `next dev` sends the client runtime anyway.
// Next's types no longer know it; `runtime` stands there to satisfy them.
export const config = { runtime: 'nodejs', unstable_runtimeJS: false }

export const getServerSideProps: GetServerSideProps<Props> = async ({ params, req, res }) => {
  const found = await findLogin(String(params?.id), req.headers.cookie)
  if (!found) return { notFound: true }
  const { strings: _, ...view } = found
  const nonce = mintNonce()
  for (const [name, value] of Object.entries(pageHeaders(nonce))) res.setHeader(name, value)
  return { props: { view, nonce } }
}

export default function Page({ view, nonce }: Props) {
  const full = { ...view, strings: stringsOf(view.locale) }
  return (
    <>
      <Head>
        <title>{full.strings.title(view.bank)}</title>
        <style nonce={nonce}>{view.brandCss}</style>
      </Head>
      <LoginBody view={full} />
    </>
  )
}
