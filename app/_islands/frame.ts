import { speakToParent } from './speak-to-parent.ts'

speakToParent(document)
