import { writeFileSync } from 'node:fs'
import { describeJourney } from '#lib/journey/describe-journey.ts'

writeFileSync(new URL('../docs/journey.md', import.meta.url), describeJourney())
