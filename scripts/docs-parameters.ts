import { writeFileSync } from 'node:fs'
import { describeParameters } from '#lib/compat/connect/describe-parameters.ts'

writeFileSync(new URL('../docs/connect-parameters.md', import.meta.url), describeParameters())
