import type { ReactElement } from 'react'
import type { Frame, StepView } from '#lib/flow/view.ts'
import type { StepId } from '#lib/journey/step-ids.ts'
import { translatorFor } from '#lib/kit/i18n.ts'
import { Document, type DocumentProps, type EmbedLook } from '../../../_ui/document.tsx'
import { LanguageSwitch } from '../../../_ui/language-switch.tsx'
import { purposeOf } from '../../../_ui/purpose-of.ts'
import { AccountsPage } from '../accounts/accounts-page.tsx'
import { ConnectingPage } from '../connecting/connecting-page.tsx'
import { ConsentPage } from '../consent/consent-page.tsx'
import { DonePage } from '../done/done-page.tsx'
import { FilesPage } from '../files/files-page.tsx'
import { IdentityPage } from '../identity/identity-page.tsx'
import { InstitutionPage } from '../institution/institution-page.tsx'
import { LoginPage } from '../login/login-page.tsx'
import { MfaPage } from '../mfa/mfa-page.tsx'
import { ReviewPage } from '../review/review-page.tsx'
import { VerifyPage } from '../verify/verify-page.tsx'
import type { PageProps } from './page-props.ts'
import { languagePath } from './paths.ts'
import { StepBar } from './step-bar.tsx'
import { documentTitle } from './step-title.ts'
import { TimeLeft } from './time-left.tsx'

const pages: { readonly [S in StepId]: (props: PageProps<S>) => ReactElement } = {
  identity: IdentityPage,
  verify: VerifyPage,
  consent: ConsentPage,
  institution: InstitutionPage,
  login: LoginPage,
  files: FilesPage,
  mfa: MfaPage,
  connecting: ConnectingPage,
  review: ReviewPage,
  accounts: AccountsPage,
  done: DonePage,
}

type Props = DocumentProps & {
  readonly frame: Frame
  readonly view: StepView
  /** What the page around is told by this one, as JSON; null on a page of our own. */
  readonly news?: string | null
}

const embedLookOf = ({ frame, view, news = null }: Props): EmbedLook | undefined => {
  if (!frame.embed) return undefined
  const { theme, removePadding, headerImgEnable, headerEnable, closeEnable } = frame.embed
  const hasHeader = headerEnable || view.step !== 'institution'
  return {
    news,
    theme,
    hasPadding: !removePadding,
    hasLogo: headerImgEnable && hasHeader,
    hasClose: closeEnable,
  }
}

/** The whole document of a step, chosen by what the view says it is. */
export const StepDocument = (props: Props) => {
  const { frame, view, nonce, assets, theme } = props
  const t = translatorFor(frame.language)
  const Page = pages[view.step] as (props: { frame: Frame; view: StepView; t: typeof t }) => ReactElement
  const { brand, language, languages, isDemo, step } = frame
  return (
    <Document
      assets={assets}
      bar={<StepBar frame={frame} t={t} />}
      brand={brand}
      description={purposeOf(brand, language, t)}
      embed={embedLookOf(props)}
      isDemo={isDemo}
      language={language}
      languageSwitch={
        <LanguageSwitch
          action={languagePath(frame)}
          hidden={{ step }}
          language={language}
          languages={languages}
          method="post"
          t={t}
        />
      }
      nonce={nonce}
      refreshSeconds={view.step === 'connecting' ? view.refreshSeconds : undefined}
      t={t}
      theme={theme}
      title={documentTitle(frame, view, t)}
    >
      <Page frame={frame} t={t} view={view} />
      <TimeLeft frame={frame} t={t} />
    </Document>
  )
}
