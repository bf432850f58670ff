import { createServer } from 'node:http'
import { loginTemplate } from './app/login/template.ts'
import { findLogin, mintNonce, pageHeaders } from './app/login/view.ts'

/** The floor: the same query, the same bytes, no framework. */
const server = createServer(async (request, response) => {
  const id = request.url?.slice('/bare/'.length) ?? ''
  const view = await findLogin(id, request.headers.cookie)
  if (!view) return response.writeHead(404).end()
  const nonce = mintNonce()
  response.writeHead(200, pageHeaders(nonce)).end(loginTemplate(view, nonce))
})

server.listen(Number(process.env.PORT), '127.0.0.1')
