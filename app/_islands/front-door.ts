import { submitOnce } from './submit-once.ts'

// Stands in the page itself: the first screen asks for nothing that it can do without.
submitOnce(document)
