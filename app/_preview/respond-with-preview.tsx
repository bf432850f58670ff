import type { ReactElement } from 'react'
import type { ProblemWords } from '#lib/console/preview/problem-places.ts'
import type { Preview } from '#lib/console/preview/show-preview.ts'
import { errorTable } from '#lib/kit/errors.ts'
import { type Translate, translatorFor } from '#lib/kit/i18n.ts'
import { assets } from '#lib/web/assets.ts'
import { respondWithPage } from '#lib/web/respond.ts'
import { FrontDoorPage } from '../_front-door/front-door-page.tsx'
import type { DocumentProps } from '../_ui/document.tsx'
import { ProblemPage } from '../_ui/problem-page.tsx'
import { StepDocument } from '../connect/[sessionId]/_ui/step-document.tsx'

/** As the page itself has it: to ask again, or the way to where it began. */
const wayOn = (words: ProblemWords, tenant: string, t: Translate) => {
  const way = words === 'finished' ? 'leave' : errorTable[words].next
  if (way === 'retry' || way === 'restart') return { label: t(`errors.actions.${way}`), href: '/' }
  return way === 'leave' ? { label: t('errors.actions.leave', { tenant }), href: '/' } : null
}

const ProblemPreview = ({
  preview,
  ...document
}: DocumentProps & { preview: Extract<Preview, { kind: 'problem' }> }) => {
  const { words, brand, language } = preview
  const t = translatorFor(language)
  return (
    <ProblemPage
      {...document}
      action={wayOn(words, brand.tenantName, t)}
      brand={brand}
      isDemo={false}
      language={language}
      next={null}
      reference={null}
      t={t}
      text={t(`errors.${words}.text`, { tenant: brand.tenantName, minutes: 2 })}
      title={t(`errors.${words}.title`)}
    />
  )
}

const pageOf = (preview: Preview, document: DocumentProps): ReactElement => {
  if (preview.kind === 'front')
    return <FrontDoorPage {...document} door={preview.door} hidden={{}} path={`/e/${preview.door.slug}`} />
  if (preview.kind === 'step') return <StepDocument {...document} frame={preview.frame} view={preview.view} />
  return <ProblemPreview {...document} preview={preview} />
}

/** The very page of the journey, which does nothing: only pages of ours may frame it. */
export const respondWithPreview = (preview: Preview): Response =>
  respondWithPage({
    isInert: true,
    mayFrame: ["'self'"],
    render: (nonce) => pageOf(preview, { assets: assets(), nonce, theme: preview.theme }),
  })
