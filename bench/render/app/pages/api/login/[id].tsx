import type { NextApiRequest, NextApiResponse } from 'next'
import { renderToStaticMarkup } from 'react-dom/server'
import { LoginDocument } from '../../../login/page.tsx'
import { findLogin, mintNonce, pageHeaders } from '../../../login/view.ts'

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const view = await findLogin(String(req.query.id), req.headers.cookie)
  if (!view) return res.status(404).end()
  const nonce = mintNonce()
  res.writeHead(200, pageHeaders(nonce))
  res.end(`<!doctype html>${renderToStaticMarkup(<LoginDocument view={view} nonce={nonce} />)}`)
}
