import type { IncomingMessage } from 'node:http'
import { BankError } from './bank-error.ts'

const mostBytes = 64 * 1024

const readText = async (message: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of message as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > mostBytes) throw new BankError('too_large')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

export const readJson = async (message: IncomingMessage): Promise<unknown> => {
  const text = await readText(message)
  try {
    return JSON.parse(text)
  } catch {
    throw new BankError('invalid_request')
  }
}

export const readFields = async (message: IncomingMessage): Promise<URLSearchParams> =>
  new URLSearchParams(await readText(message))

export const readForm = async (message: IncomingMessage): Promise<unknown> =>
  Object.fromEntries(await readFields(message))
