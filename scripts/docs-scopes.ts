import { writeFileSync } from 'node:fs'
import { describeScopes } from '#lib/consents/describe-scopes.ts'

writeFileSync(new URL('../docs/scopes.md', import.meta.url), describeScopes())
