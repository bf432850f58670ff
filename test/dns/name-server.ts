import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { type Answer, decode, encode } from 'dns-packet'

/** What a name has; `down` answers as a server does that has lost its way. */
export type NameRecords = {
  readonly TXT?: readonly string[]
  readonly CNAME?: string
  readonly A?: readonly string[]
  readonly AAAA?: readonly string[]
  readonly down?: true
}

const answersOf = (name: string, type: string, has: NameRecords): Answer[] => {
  if (has.CNAME && type === 'CNAME') return [{ name, type: 'CNAME', ttl: 0, data: has.CNAME }]
  // A text is sent in chunks of 255, as every server must.
  if (type === 'TXT')
    return (has.TXT ?? []).map((data) => ({ name, type, ttl: 0, data: data.match(/.{1,255}/gs) ?? [''] }))
  if (type === 'A' || type === 'AAAA')
    return (has[type] ?? []).map((data) => ({ name, type, ttl: 0, data }) as Answer)
  return []
}

const codeOf = (has: NameRecords | undefined): number => {
  if (has?.down) return 2
  return has ? 0 : 3
}

/** The answer to one question, over UDP. */
const answer = (message: Buffer, records: ReadonlyMap<string, NameRecords>): Buffer => {
  const { id, questions = [] } = decode(message)
  const { name = '', type = '' } = questions[0] ?? {}
  const has = records.get(name.toLowerCase())
  const flags = 0x0480 | codeOf(has)
  return encode({
    type: 'response',
    ...(id === undefined ? {} : { id }),
    flags,
    questions,
    answers: has && !has.down ? answersOf(name, type, has) : [],
  })
}

/**
 * A DNS server of our own, at a free port. What it says of a name is told to it by `PUT {"name": records}` over HTTP at the
 * same address, so that another process can tell it; null takes the name away.
 */
export const openNameServer = async () => {
  const records = new Map<string, NameRecords>()
  const tell = (told: Readonly<Record<string, NameRecords | null>>): void => {
    for (const [name, has] of Object.entries(told))
      if (has) records.set(name.toLowerCase(), has)
      else records.delete(name.toLowerCase())
  }
  const ear = createServer(async (request, response) => {
    tell(JSON.parse(await text(request)))
    response.end()
  }).listen(0, '127.0.0.1')
  await once(ear, 'listening')
  const { port } = ear.address() as { port: number }
  const socket = createSocket('udp4')
  socket.on('message', (message, peer) => socket.send(answer(message, records), peer.port, peer.address))
  socket.bind(port, '127.0.0.1')
  await once(socket, 'listening')
  const close = async () => {
    socket.close()
    ear.closeAllConnections()
    await new Promise((done) => ear.close(done))
  }
  return { address: `127.0.0.1:${port}`, tell, close }
}
