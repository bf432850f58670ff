import type { Complaint } from '#lib/compat/connect/doctor/diagnose.ts'
import { type Finding, findings as gravities } from '#lib/compat/connect/doctor/finding.ts'
import { type Language, type Translate, translatorFor } from '#lib/kit/i18n.ts'
import { Button } from '../../../_ui/button.tsx'
import type { DocumentProps } from '../../../_ui/document.tsx'
import { Field } from '../../../_ui/field.tsx'
import { DocsDocument } from '../../_ui/docs-document.tsx'
import { PasteField } from './paste-field.tsx'

type Props = DocumentProps & {
  readonly language: Language
  readonly complaint: Complaint
  /** Null before anything was examined. */
  readonly findings: readonly Finding[] | null
}

const marks = { broken: '✕', doubtful: '!', good: '✓' } as const
const tones = { broken: 'text-danger', doubtful: 'text-notice', good: 'text-muted' } as const

const Row = ({ finding: { code, values = {}, change }, t }: { finding: Finding; t: Translate }) => {
  const gravity = gravities[code]
  return (
    <li className="border-t border-line py-4" data-finding={code}>
      <p className={`flex gap-2 font-semibold ${tones[gravity]}`}>
        <span aria-hidden="true">{marks[gravity]}</span>
        <span>{t(`doctor.gravity.${gravity}`)}</span>
      </p>
      <p className="max-w-prose break-words">{t(`doctor.findings.${code}`, values as never)}</p>
      {change !== undefined && (
        <>
          <p className="mt-2 text-small text-muted">{t('doctor.change')}</p>
          <pre className="mt-1 rounded-panel bg-raised px-4 py-3 text-small break-all whitespace-pre-wrap">
            <code>{change}</code>
          </pre>
        </>
      )}
    </li>
  )
}

const summaryOf = (findings: readonly Finding[], t: Translate): string => {
  const count = (gravity: string) => findings.filter(({ code }) => gravities[code] === gravity).length
  if (count('broken') > 0) return t('doctor.summary', { count: count('broken') })
  return count('doubtful') > 0 ? t('doctor.doubts', { count: count('doubtful') }) : t('doctor.healthy')
}

const Result = ({ findings, t }: { findings: readonly Finding[]; t: Translate }) => (
  <section aria-labelledby="result" className="mt-10">
    <h2 className="font-heading text-h2 font-semibold" id="result">
      {t('doctor.result')}
    </h2>
    <p className="mt-2 mb-4 text-lead" role="status">
      {summaryOf(findings, t)}
    </p>
    <ul>
      {findings.map((finding) => (
        <Row finding={finding} key={`${finding.code}${Object.values(finding.values ?? {})}`} t={t} />
      ))}
    </ul>
  </section>
)

const ComplaintForm = ({ complaint, t }: { complaint: Complaint; t: Translate }) => (
  <form action="/docs/connect/doctor" className="max-w-3xl" method="post">
    <PasteField hint={t('doctor.embedHint')} label={t('doctor.embed')} name="embed" value={complaint.embed} />
    <Field
      autoCapitalize="none"
      autoComplete="off"
      defaultValue={complaint.page}
      errorPrefix={t('frame.error')}
      hint={t('doctor.pageHint')}
      inputMode="url"
      label={t('doctor.page')}
      name="page"
      spellCheck={false}
      type="text"
    />
    <PasteField
      hint={t('doctor.policyHint')}
      label={t('doctor.policy')}
      name="policy"
      value={complaint.policy}
    />
    <p className="mt-6">
      <Button>{t('doctor.examine')}</Button>
    </p>
  </form>
)

/** Where a developer finds out why an embed does not work, before anybody else meets it (O23). */
export const DoctorPage = ({ language, complaint, findings, ...rest }: Props) => {
  const t = translatorFor(language)
  return (
    <DocsDocument {...rest} language={language} t={t} title={t('doctor.title')}>
      <main className="mx-auto max-w-6xl px-5 pt-8 pb-16" id="main" tabIndex={-1}>
        <h1 className="font-heading text-h1 font-semibold">{t('doctor.title')}</h1>
        <p className="mt-4 max-w-prose text-lead text-muted">{t('doctor.lead')}</p>
        {findings && <Result findings={findings} t={t} />}
        <ComplaintForm complaint={complaint} t={t} />
        <h2 className="mt-12 font-heading text-h2 font-semibold">{t('doctor.live')}</h2>
        <p className="mt-2 max-w-prose">{t('doctor.liveText')}</p>
      </main>
    </DocsDocument>
  )
}
