// npm run docs:errors: a page of docs/errors for each error, from the table and the catalogue that the server uses.
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { errorPages } from './docs/error-pages.ts'

const folder = new URL('../docs/errors/', import.meta.url)
const pages = errorPages()
for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(new URL(name, folder))
for (const [name, text] of pages) writeFileSync(new URL(name, folder), text)
