import { measuresOf } from './measures.ts'
import { repositoryTree } from './repository-tree.ts'

// `node test/laws/report.ts` prints the figures that law 11 and law 12 bound.
const { commentShare, ...sizes } = measuresOf(repositoryTree())
console.table({ ...sizes, commentShare: `${(commentShare * 100).toFixed(1)} %` })
