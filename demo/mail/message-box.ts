import { randomUUID } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { isFor, type Message, messageSchema } from './message.ts'

const shownMessages = 500

export type MessageBox = {
  record: (message: Omit<Message, 'id' | 'receivedAt'>) => Message
  /** Newest first; only those to an address when one is given. */
  list: (address?: string | null) => Message[]
  find: (id: string) => Message | null
}

/** Keeps messages in memory and in a file, a line each, so that a restart still shows them. */
export function openMessageBox(file: string, now = () => new Date()): MessageBox {
  mkdirSync(dirname(file), { recursive: true })
  const messages = readMessages(file)
  return {
    record: (content) => {
      const message = { ...content, id: randomUUID(), receivedAt: now().toISOString() }
      appendFileSync(file, `${JSON.stringify(message)}\n`, { mode: 0o600 })
      messages.unshift(message)
      messages.splice(shownMessages)
      return message
    },
    list: (address) => (address ? messages.filter((message) => isFor(message, address)) : [...messages]),
    find: (id) => messages.find((message) => message.id === id) ?? null,
  }
}

function readMessages(file: string): Message[] {
  if (!existsSync(file)) return []
  const text = readFileSync(file, 'utf8')
  // A kill may leave half a line: it is closed, or the next message would be lost with it.
  if (text && !text.endsWith('\n')) appendFileSync(file, '\n')
  return text.split('\n').filter(Boolean).slice(-shownMessages).flatMap(readMessage).reverse()
}

function readMessage(line: string): Message[] {
  try {
    return [messageSchema.parse(JSON.parse(line))]
  } catch {
    return []
  }
}
