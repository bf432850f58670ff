import type { Connector } from '../contract.ts'
import { fileData, filePapers } from './file-data.ts'
import { fileUpload } from './file-upload.ts'

/** No bank at all: the person brings what their bank let them download. */
export const fileConnector = {
  id: 'file',
  fileUpload,
  data: fileData,
  statements: filePapers,
} satisfies Connector
