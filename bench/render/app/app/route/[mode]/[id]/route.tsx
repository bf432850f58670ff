import type { ReactElement } from 'react'
import { renderToReadableStream, renderToStaticMarkup, renderToString } from 'react-dom/server.edge'
import { LoginDocument } from '../../../../login/page.tsx'
import { loginTemplate } from '../../../../login/template.ts'
import { findLogin, mintNonce, pageHeaders } from '../../../../login/view.ts'
import { walk } from '../../../../login/walk.ts'

const doctype = '<!doctype html>'

const renderers: Record<string, (page: ReactElement) => string | Promise<ReadableStream>> = {
  static: (page) => doctype + renderToStaticMarkup(page),
  string: (page) => doctype + renderToString(page),
  stream: (page) => renderToReadableStream(page),
  walk: (page) => doctype + walk(page),
}

export async function GET(request: Request, { params }: { params: Promise<{ mode: string; id: string }> }) {
  const { mode, id } = await params
  const view = await findLogin(id, request.headers.get('cookie'))
  if (!view) return new Response('Not found', { status: 404 })
  const nonce = mintNonce()
  const render = renderers[mode]
  const body = render ? await render(<LoginDocument view={view} nonce={nonce} />) : loginTemplate(view, nonce)
  return new Response(body, { headers: pageHeaders(nonce) })
}
