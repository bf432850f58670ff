import type { GetServerSideProps } from 'next'
import { renderToStaticMarkup } from 'react-dom/server'
import { LoginDocument } from '../../login/page.tsx'
import { findLogin, mintNonce, pageHeaders } from '../../login/view.ts'

/** Writes the answer itself, so that the Pages Router never renders. */
export const getServerSideProps: GetServerSideProps = async ({ params, req, res }) => {
  const view = await findLogin(String(params?.id), req.headers.cookie)
  if (!view) return { notFound: true }
  const nonce = mintNonce()
  res.writeHead(200, pageHeaders(nonce))
  res.end(`<!doctype html>${renderToStaticMarkup(<LoginDocument view={view} nonce={nonce} />)}`)
  return { props: {} }
}

export default function Page() {
  return null
}
