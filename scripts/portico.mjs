import { bootstrap } from './bootstrap.mjs'

bootstrap('scripts/portico/main.ts')
