import { isIP } from 'node:net'
import type { Translate } from '#lib/kit/i18n.ts'
import {
  proofNameOf,
  proofTextOf,
  type RecordFinding,
  type TenantDomain,
} from '#lib/tenants/tenant-domain.ts'
import { AddressToCopy } from '../../../_ui/address-to-copy.tsx'
import { Mark } from '../../../_ui/mark.tsx'

type RecordToSet = {
  readonly kind: 'proof' | 'pointing'
  readonly type: string
  readonly name: string
  readonly value: string
  readonly finding: RecordFinding | null
}

const tones = { found: 'good', missing: 'busy', wrong: 'bad', no_answer: 'plain' } as const

const addressType = (portalHost: string): string => ({ 4: 'A', 6: 'AAAA' })[isIP(portalHost)] ?? 'CNAME'

const recordsOf = ({ id, host, findings }: TenantDomain, portalHost: string): RecordToSet[] => [
  {
    kind: 'pointing',
    type: addressType(portalHost),
    name: host,
    value: portalHost,
    finding: findings?.pointing ?? null,
  },
  {
    kind: 'proof',
    type: 'TXT',
    name: proofNameOf(host),
    value: proofTextOf(id),
    finding: findings?.proof ?? null,
  },
]

/** What a look found, in words: also what stands there in its place. */
const Finding = ({ finding, t }: { readonly finding: RecordFinding; readonly t: Translate }) => (
  <div className="mt-3 text-small">
    <Mark tone={tones[finding.state]}>{t(`console.domain.found.${finding.state}`)}</Mark>
    <p className="mt-1">{t(`console.domain.foundText.${finding.state}`)}</p>
    {finding.state === 'wrong' && (
      <ul className="mt-1 grid gap-1">
        {finding.seen.map((text) => (
          <li key={text}>
            <code className="break-all">{text}</code>
          </li>
        ))}
      </ul>
    )}
  </div>
)

const Part = ({
  label,
  text,
  t,
}: {
  readonly label: string
  readonly text: string
  readonly t: Translate
}) => (
  <div className="mt-2">
    <dt className="text-small text-muted">{label}</dt>
    <dd className="mt-1">
      <AddressToCopy t={t} url={text} />
    </dd>
  </div>
)

/** The two records to set, each with what to type where, and what DNS says of it. */
export const DomainRecords = ({
  domain,
  portalHost,
  t,
}: {
  readonly domain: TenantDomain
  readonly portalHost: string
  readonly t: Translate
}) => (
  <ol className="mt-5 grid gap-4 xl:grid-cols-2">
    {recordsOf(domain, portalHost).map(({ kind, type, name, value, finding }) => (
      <li className="min-w-0 rounded-brand border border-line p-4" data-record={kind} key={kind}>
        <h3 className="font-semibold">{t(`console.domain.records.${kind}`, { type })}</h3>
        <dl>
          <Part label={t('console.domain.name')} t={t} text={name} />
          <Part label={t('console.domain.value')} t={t} text={value} />
        </dl>
        {finding && <Finding finding={finding} t={t} />}
      </li>
    ))}
  </ol>
)
