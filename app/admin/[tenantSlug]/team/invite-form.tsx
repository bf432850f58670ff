import type { InvitationFlaw } from '#lib/console/team/invite-to-team.ts'
import { type Language, languages, type Translate } from '#lib/kit/i18n.ts'
import { staffRoles } from '#lib/staff/staff-member.ts'
import { Button } from '../../_ui/button.tsx'
import { Field } from '../../_ui/field.tsx'
import { Select } from '../../_ui/filters.tsx'
import { consolePath } from '../../_ui/navigation.ts'
import { Panel } from '../../_ui/panel.tsx'

/** An invitation that could not be sent, with what was typed. */
export type Refused = { readonly flaw: InvitationFlaw; readonly email: string; readonly role: string }

type Props = {
  readonly slug: string
  readonly refused: Refused | null
  readonly language: Language
  readonly t: Translate
}

const RoleGuide = ({ t }: { t: Translate }) => (
  <details className="mt-5">
    <summary className="inline-flex min-h-11 items-center text-small text-link underline">
      {t('console.team.guide')}
    </summary>
    <dl className="mt-2 grid gap-3 text-small">
      {staffRoles.map((role) => (
        <div key={role}>
          <dt className="font-semibold">{t(`console.roles.${role}.name`)}</dt>
          <dd className="text-muted">{t(`console.roles.${role}.may`)}</dd>
        </div>
      ))}
    </dl>
  </details>
)

export const InviteForm = ({ slug, refused, language, t }: Props) => (
  <Panel lead={t('console.team.inviteLead')} title={t('console.team.invite')}>
    <form action={consolePath(slug, 'team')} method="post">
      <div className="level grid grid-cols-trio gap-4">
        <Field
          defaultValue={refused?.email ?? ''}
          error={refused ? t(`console.team.flaws.${refused.flaw}`) : undefined}
          errorPrefix={t('frame.error')}
          isRequired
          label={t('console.signIn.email')}
          name="email"
          type="email"
        />
        <Select
          choices={staffRoles.map((role) => ({ value: role, label: t(`console.roles.${role}.name`) }))}
          label={t('console.team.role')}
          name="role"
          value={refused?.role ?? 'brand_editor'}
        />
        <Select
          choices={languages.map((one) => ({ value: one, label: t(`languages.${one}`) }))}
          label={t('console.team.language')}
          name="language"
          value={language}
        />
      </div>
      <p className="mt-5">
        <Button>{t('console.team.send')}</Button>
      </p>
    </form>
    <RoleGuide t={t} />
  </Panel>
)
