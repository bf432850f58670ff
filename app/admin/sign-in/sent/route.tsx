// GET /admin/sign-in/sent: anybody. After asking for a link: the same words whether the address is a member's or not.
import { consoleDoor } from '../../_doors/console-door.tsx'
import { respondWithSheet } from '../../_doors/respond-with-sheet.tsx'
import { SentNote } from './sent-note.tsx'

export const GET = consoleDoor(async (request) =>
  respondWithSheet(request, (t) => ({ title: t('console.signIn.sentTitle'), body: <SentNote t={t} /> })),
)
