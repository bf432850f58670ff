import { errorTable } from '#lib/kit/errors.ts'
import { translatorFor } from '#lib/kit/i18n.ts'
import { assets } from '#lib/web/assets.ts'
import { type DoorHandler, door, type Translate } from '#lib/web/door.ts'
import { respondWithPage } from '#lib/web/respond.ts'
import { consoleLanguage, signedInFrom } from '#lib/web/staff/signed-in-from.ts'
import { ConsoleDocument } from '../_ui/console-document.tsx'
import { ConsoleProblem } from '../_ui/console-problem.tsx'

export const consoleProblem: Translate = async ({ code, detail }, request) => {
  const { status } = errorTable[code]
  const signedIn = code === 'unavailable' ? null : await signedInFrom(request)
  const language = consoleLanguage(request, signedIn)
  const t = translatorFor(language)
  const minutes = Math.ceil((typeof detail.waitSeconds === 'number' ? detail.waitSeconds : 120) / 60)
  const title = t(`errors.${code}.title`)
  return respondWithPage({
    status,
    render: (nonce) => (
      <ConsoleDocument assets={assets()} language={language} nonce={nonce} t={t} title={title}>
        <ConsoleProblem
          t={t}
          text={
            code === 'not_found'
              ? t('console.frame.notFound')
              : t(`errors.${code}.text`, { minutes, tenant: t('errors.someone') })
          }
          title={title}
        />
      </ConsoleDocument>
    ),
  })
}

/** A door of the console: whatever goes wrong becomes a page with a way on (law 5). */
export const consoleDoor = (handler: DoorHandler) => door(consoleProblem, handler)
