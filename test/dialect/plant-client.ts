// A program: plants the directory and a client of the data API in the database of its environment, and says which.
import { disconnect } from '#lib/db/disconnect.ts'
import { seedInstitutions } from '#lib/institutions/seed-directory.ts'
import { aClient } from './a-client.ts'

await seedInstitutions()
const { customerId, secret, apiKey } = await aClient()
await disconnect()
process.stdout.write(JSON.stringify({ customerId, secret, apiKey }))
