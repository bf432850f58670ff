import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where the lines of a part go. */
export type Voices = (part: string) => (line: string) => void

/** A log file a part, begun anew at each start: the terminal keeps the links. */
export function intoFiles(dataDir: string): Voices {
  const folder = join(dataDir, 'logs')
  mkdirSync(folder, { recursive: true })
  return (part) => {
    const file = createWriteStream(join(folder, `${part}.log`))
    return (line) => file.write(`${line}\n`)
  }
}

/** The terminal as it is: a container's log collector reads the JSON lines. */
export const asTheyAre: Voices = () => (line) => process.stdout.write(`${line}\n`)

/** The terminal, each line with its speaker: for development. */
export const withNames: Voices = (part) => (line) => process.stdout.write(`${part.padEnd(8)} │ ${line}\n`)
