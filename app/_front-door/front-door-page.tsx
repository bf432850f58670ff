import type { FrontDoor } from '#lib/flow/front-door.ts'
import { formatDate, type Translate, translatorFor } from '#lib/kit/i18n.ts'
import { ownWords } from '#lib/tenants/copy.ts'
import { Button, ButtonLink, QuietButton } from '../_ui/button.tsx'
import { EyeIcon, LockIcon } from '../_ui/icons.tsx'
import { purposeOf } from '../_ui/purpose-of.ts'
import { DoorDocument, type DoorProps } from './door-document.tsx'

type SectionProps = { readonly door: FrontDoor; readonly t: Translate }

const Reasons = ({ door, t }: SectionProps) => (
  <section className="mt-10">
    <h2 className="text-h2 font-semibold">{t('front.reasonsTitle', { tenant: door.brand.tenantName })}</h2>
    <dl className="mt-4 divide-y divide-line border-y border-line">
      {door.policy.scopes
        .filter(({ required }) => required)
        .map(({ scope, purpose }) => (
          <div className="py-3" key={scope}>
            <dt className="font-semibold">{t(`scopes.${scope}.title`)}</dt>
            <dd className="text-muted">{purpose[door.language]}</dd>
          </div>
        ))}
    </dl>
    {door.policy.scopes.some(({ required }) => !required) && (
      <p className="mt-3 text-small text-muted">{t('front.optional')}</p>
    )}
  </section>
)

const Outline = ({ door, t }: SectionProps) => (
  <section className="mt-10">
    <h2 className="text-h2 font-semibold">{t('front.stepsTitle')}</h2>
    <ol className="mt-4 grid gap-4">
      {door.outline.map((part, index) => (
        <li className="flex gap-4" key={part}>
          <span
            aria-hidden="true"
            className="inline-flex size-8 flex-none items-center justify-center rounded-full border border-control text-small font-semibold tabular-nums"
          >
            {index + 1}
          </span>
          <span className="min-w-0 pt-0.5">
            {t(`front.steps.${part}`, { tenant: door.brand.tenantName })}
          </span>
        </li>
      ))}
    </ol>
  </section>
)

const Reassurance = ({ door, t }: SectionProps) => (
  <ul className="mt-10 grid gap-5 rounded-panel bg-raised px-5 py-5">
    <li className="flex gap-3">
      <LockIcon />
      <div className="min-w-0">
        <p className="font-semibold">{t('front.passwordTitle', { tenant: door.brand.tenantName })}</p>
        <p className="text-small text-muted">{t('front.password')}</p>
      </div>
    </li>
    <li className="flex gap-3">
      <EyeIcon />
      <div className="min-w-0">
        <p className="font-semibold">{t('front.controlTitle')}</p>
        <p className="text-small text-muted">{t('front.control')}</p>
      </div>
    </li>
  </ul>
)

const Resume = ({ path, t }: { path: string; t: Translate }) => (
  <section className="mt-6 rounded-panel bg-raised px-5 py-5">
    <h2 className="text-h2 font-semibold">{t('front.resume.title')}</h2>
    <p className="mt-1">{t('front.resume.text')}</p>
    <p className="mt-4">
      <ButtonLink href={path}>{t('front.resume.goOn')}</ButtonLink>
    </p>
  </section>
)

const Start = ({ door, path, hidden, resumePath, t }: DoorProps & SectionProps) => {
  const tenant = door.brand.tenantName
  return (
    <form action={`${path}/open`} className="mt-8 flex flex-wrap items-center gap-x-8 gap-y-2" method="post">
      {Object.entries({ ...hidden, language: door.language }).map(([name, value]) => (
        <input key={name} name={name} type="hidden" value={value} />
      ))}
      <Button look={resumePath ? 'secondary' : 'primary'}>
        {t(resumePath ? 'front.resume.startAfresh' : 'front.start')}
      </Button>
      <QuietButton formAction={`${path}/decline`}>
        {door.returnUrl === null ? t('front.decline') : t('front.declineTo', { tenant })}
      </QuietButton>
    </form>
  )
}

/** Who asks, why, what happens, how long it takes, and a way to say no: before anything is asked of the person. */
export const FrontDoorPage = (props: DoorProps) => {
  const { door, expiresAt, resumePath } = props
  const { brand, language, outline } = door
  const t = translatorFor(language)
  const tenant = brand.tenantName
  const title = ownWords(brand, language, 'front.title') ?? t('front.title', { tenant })
  return (
    <DoorDocument {...props} isFrontDoor title={title}>
      <h1 className="mt-4 font-heading text-h1 font-semibold">{title}</h1>
      <p className="mt-3 text-lead text-muted">{purposeOf(brand, language, t)}</p>
      {resumePath && <Resume path={resumePath} t={t} />}
      <Start {...props} t={t} />
      <p className="mt-3 text-small text-muted">
        {t('front.duration', { minutes: outline.length > 3 ? 3 : 2 })}
      </p>
      {expiresAt && (
        <p className="mt-1 text-small text-muted">
          {t('front.personal', { date: formatDate(language, expiresAt) })}
        </p>
      )}
      <Reasons door={door} t={t} />
      <Outline door={door} t={t} />
      <Reassurance door={door} t={t} />
    </DoorDocument>
  )
}
