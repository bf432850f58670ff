import { join } from 'node:path'
import { buildEmbedPackage } from './build/embed-package.ts'
import { root } from './db/prisma.ts'

await buildEmbedPackage(join(root, 'embed/dist'))
console.log('The package stands in embed/: `npm publish ./embed`')
