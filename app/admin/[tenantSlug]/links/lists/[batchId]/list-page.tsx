import { parseFlaws } from '#lib/console/links/list-errors.ts'
import type { ListView } from '#lib/console/links/view-list.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { Button, ButtonLink } from '../../../../_ui/button.tsx'
import { ConfirmForm } from '../../../../_ui/confirm-form.tsx'
import { Panel } from '../../../../_ui/panel.tsx'
import { Table } from '../../../../_ui/table.tsx'
import { flawWords } from '../../flaw-words.ts'

type Props = { readonly list: ListView; readonly path: string; readonly links: string; readonly t: Translate }

const Flaws = ({ list, path, t }: Props) => (
  <Panel
    lead={t('console.lists.flawedLead')}
    title={t('console.lists.flawed', { count: list.counts.flawed })}
  >
    <Table
      caption={t('console.lists.flawed', { count: list.counts.flawed })}
      columns={[
        { key: 'line', label: t('console.lists.line'), kind: 'ordinal', cell: ({ line }) => line },
        {
          key: 'flaws',
          label: t('console.lists.problem'),
          cell: ({ flaws }) =>
            parseFlaws(flaws)
              .map((flaw) => flawWords(flaw, t))
              .join('; '),
        },
      ]}
      keyOf={({ line }) => String(line)}
      rows={list.flawed}
    />
    <p className="mt-4">
      <ButtonLink href={`${path}/errors`} look="secondary">
        {t('console.lists.errors')}
      </ButtonLink>
    </p>
  </Panel>
)

const Decide = ({ list, path, t }: Props) => {
  const good = list.counts.rows - list.counts.flawed
  const { isMailed } = list.batch
  return (
    <div className="mt-5 flex flex-wrap gap-3">
      {good > 0 && (
        <form action={`${path}/confirm`} method="post">
          <Button>{t(isMailed ? 'console.lists.makeAndSend' : 'console.lists.make', { count: good })}</Button>
        </form>
      )}
      <ConfirmForm
        action={`${path}/discard`}
        id="discard"
        label={t('console.lists.discard')}
        t={t}
        text={t('console.lists.discardText')}
        title={t('console.lists.discardTitle')}
      />
    </div>
  )
}

/** Moves by itself while the links are made: the part is asked for again. */
const Progress = ({ list, t }: Props) => {
  const { rows, flawed, made } = list.counts
  const good = rows - flawed
  const isOver = made >= good
  return (
    <div data-live={isOver ? undefined : '2'} id="progress">
      <p>{t(isOver ? 'console.lists.allMade' : 'console.lists.beingMade', { made, count: good })}</p>
      <progress
        aria-label={t('console.lists.progress')}
        className="mt-2 h-3 w-full"
        max={Math.max(1, good)}
        value={made}
      />
    </div>
  )
}

const Addresses = ({ list, path, t }: Props) => {
  const { addressesTakenAt } = list.batch
  return (
    <Panel lead={t('console.lists.addressesLead')} title={t('console.lists.addresses')}>
      {addressesTakenAt === null ? (
        <form action={`${path}/addresses`} method="post">
          <Button>{t('console.lists.take')}</Button>
        </form>
      ) : (
        <ConfirmForm
          action={`${path}/addresses`}
          id="again"
          label={t('console.lists.takeAgain')}
          t={t}
          text={t('console.lists.takeAgainText')}
          title={t('console.lists.takeAgain')}
        />
      )}
    </Panel>
  )
}

/** A list from what was found in it to what became of it. */
export const ListPage = (props: Props) => {
  const { list, links, t } = props
  const { batch, counts } = list
  const good = counts.rows - counts.flawed
  return (
    <>
      <Panel title={t('console.lists.found')}>
        <p>{t('console.lists.counts', { rows: counts.rows, good })}</p>
        {batch.confirmedAt === null ? <Decide {...props} /> : <Progress {...props} />}
        {batch.confirmedAt !== null && (
          <p className="mt-4">
            <a className="inline-flex min-h-11 items-center" href={`${links}?q=${batch.id}`}>
              {t('console.lists.showLinks')}
            </a>
          </p>
        )}
      </Panel>
      {batch.confirmedAt !== null && !batch.isMailed && counts.made > 0 && <Addresses {...props} />}
      {counts.flawed > 0 && <Flaws {...props} />}
    </>
  )
}
