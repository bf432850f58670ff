import { formatInstant, type Language, type Translate } from '#lib/kit/i18n.ts'
import { leastRole, rank } from '#lib/staff/provision.ts'
import type { ScimToken } from '#lib/staff/scim-token-store.ts'
import { staffRoles } from '#lib/staff/staff-member.ts'
import { groupName } from '#lib/web/scim/group-name.ts'
import { scimAddress } from '#lib/web/scim/scim-address.ts'
import { AddressToCopy } from '../../../_ui/address-to-copy.tsx'
import { Button } from '../../../_ui/button.tsx'
import { ConfirmForm } from '../../../_ui/confirm-form.tsx'
import { consolePath } from '../../../_ui/navigation.ts'
import { Panel } from '../../../_ui/panel.tsx'
import { RevealedSecret } from '../../../_ui/revealed-secret.tsx'
import type { ScimPart } from '../scim-part.ts'

type Props = ScimPart & { readonly slug: string; readonly language: Language; readonly t: Translate }

const Token = ({ token, language, t }: Pick<Props, 'language' | 't'> & { readonly token: ScimToken }) => {
  const at = (instant: Date) => formatInstant(language, instant)
  const { hint, createdAt, lastUsedAt, endsAt } = token
  return (
    <li>
      {t('console.scim.token', { hint, at: at(createdAt) })}
      <span className="block text-muted">
        {lastUsedAt ? t('console.scim.used', { at: at(lastUsedAt) }) : t('console.scim.never')}
        {endsAt && `; ${t('console.scim.until', { at: at(endsAt) })}`}
      </span>
    </li>
  )
}

const Tokens = ({ tokens, language, t }: Pick<Props, 'tokens' | 'language' | 't'>) => (
  <div className="text-small">
    <p className="mb-1.5 font-semibold">{t('console.scim.tokens')}</p>
    {tokens.length === 0 && <p className="text-muted">{t('console.scim.none')}</p>}
    <ul className="grid gap-2">
      {tokens.map((token) => (
        <Token key={token.id} language={language} t={t} token={token} />
      ))}
    </ul>
  </div>
)

/** Groups go by the English names of the roles, which a provider is given whatever the language of its people. */
const GroupGuide = ({ t }: Pick<Props, 't'>) => (
  <div className="grid max-w-prose gap-2 text-small text-muted">
    <p>
      {t('console.scim.groups', {
        names: staffRoles.map(groupName).join(', '),
        least: groupName(leastRole),
        rank: rank.map(groupName).join(', '),
      })}
    </p>
    <p>{t('console.scim.owners', { owner: groupName('owner') })}</p>
  </div>
)

/** With what the tenant's provider keeps the team, and how that is taken back. */
export const ScimPanel = ({ slug, tokens, revealed, language, t }: Props) => (
  <>
    {revealed && <RevealedSecret secret={revealed} t={t} title={t('console.scim.made')} />}
    <Panel id="scim" lead={t('console.scim.lead')} title={t('console.scim.title')}>
      <div className="grid gap-5">
        <div>
          <p className="mb-1.5 text-small font-semibold">{t('console.scim.address')}</p>
          <AddressToCopy t={t} url={scimAddress(slug)} />
        </div>
        <Tokens language={language} t={t} tokens={tokens} />
        <GroupGuide t={t} />
        {tokens.length > 0 && (
          <p className="max-w-prose text-small text-muted">{t('console.scim.replaceText')}</p>
        )}
        <div className="flex flex-wrap gap-3">
          <form action={consolePath(slug, 'sign-on', 'scim')} method="post">
            <Button look="secondary">
              {t(tokens.length > 0 ? 'console.scim.replace' : 'console.scim.make')}
            </Button>
          </form>
          {tokens.length > 0 && (
            <ConfirmForm
              action={consolePath(slug, 'sign-on', 'scim', 'remove')}
              id="remove-scim"
              label={t('console.scim.remove')}
              t={t}
              text={t('console.scim.removeText')}
              title={t('console.scim.removeTitle')}
            />
          )}
        </div>
      </div>
    </Panel>
  </>
)
