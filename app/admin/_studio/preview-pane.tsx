import type { ReactNode } from 'react'
import type { PreviewWish } from '#lib/console/preview/preview-scene.ts'
import type { Translate } from '#lib/kit/i18n.ts'
import { Button } from '../_ui/button.tsx'
import { controlLook } from '../_ui/field.tsx'
import type { Choice, ChoiceGroup } from './controls.tsx'
import { peopleChoices, placeChoices } from './preview-choices.ts'

type Props = {
  /** The door that draws a page of the journey. */
  readonly action: string
  /** The form whose unsaved words are shown while they are typed; null where nothing is typed. */
  readonly of: { readonly form: string; readonly kind: string } | null
  readonly wish: Pick<PreviewWish, 'language' | 'theme'> & { readonly place: string }
  readonly t: Translate
}

type Select = { readonly name: string; readonly label: string; readonly value: string }

const Small = ({ name, label, value, children }: Select & { readonly children: ReactNode }) => (
  <label className="block min-w-0 text-small">
    <span className="font-semibold">{label}</span>
    <select className={`mt-1 ${controlLook(undefined)}`} defaultValue={value} name={name}>
      {children}
    </select>
  </label>
)

const Options = ({ choices }: { readonly choices: readonly Choice[] }) =>
  choices.map((choice) => (
    <option key={choice.value} value={choice.value}>
      {choice.label}
    </option>
  ))

const Flat = ({ choices, ...select }: Select & { readonly choices: readonly Choice[] }) => (
  <Small {...select}>
    <Options choices={choices} />
  </Small>
)

/** A long list, by what belongs together. */
const Grouped = ({ groups, ...select }: Select & { readonly groups: readonly ChoiceGroup[] }) => (
  <div className="col-span-2">
    <Small {...select}>
      {groups.map(({ label, choices }) => (
        <optgroup key={label} label={label}>
          <Options choices={choices} />
        </optgroup>
      ))}
    </Small>
  </div>
)

const choicesOf = <T extends string>(values: readonly T[], label: (value: T) => string): Choice[] =>
  values.map((value) => ({ value, label: label(value) }))

const Wishes = ({ wish, t }: Pick<Props, 'wish' | 't'>) => (
  <div className="grid grid-cols-2 gap-3">
    <Grouped groups={placeChoices(t)} label={t('console.preview.place')} name="place" value={wish.place} />
    <Grouped groups={peopleChoices(t)} label={t('console.preview.who')} name="who" value="usual" />
    <Flat
      choices={choicesOf(['en', 'fr'] as const, (language) => t(`languages.${language}`))}
      label={t('console.preview.language')}
      name="in"
      value={wish.language}
    />
    <Flat
      choices={choicesOf(['light', 'dark'] as const, (theme) => t(`console.preview.themes.${theme}`))}
      label={t('console.preview.theme')}
      name="theme"
      value={wish.theme}
    />
    <Flat
      choices={choicesOf(['', 'express', 'connect', 'bank_first'] as const, (order) =>
        order === '' ? t('console.preview.ownOrder') : t(`console.policy.presets.${order}`),
      )}
      label={t('console.preview.order')}
      name="order"
      value=""
    />
    <Flat
      choices={choicesOf(['phone', 'desktop'] as const, (width) => t(`console.preview.widths.${width}`))}
      label={t('console.preview.width')}
      name="width"
      value="phone"
    />
  </div>
)

/** The real journey beside the form: what is chosen here, drawn from what is being prepared and from data of nobody. */
export const PreviewPane = ({ action, of, wish, t }: Props) => (
  <section
    aria-labelledby="preview-title"
    className="preview rounded-panel border border-line bg-surface p-4"
  >
    <h2 className="text-h2 font-semibold" id="preview-title">
      {t('console.preview.title')}
    </h2>
    <p className="mt-1 text-small text-muted">{t('console.preview.lead')}</p>
    <form
      action={action}
      className="mt-3"
      data-kind={of?.kind}
      data-preview={of?.form ?? ''}
      method="get"
      target="preview"
    >
      <Wishes t={t} wish={wish} />
      <p className="mt-3" data-without-script="">
        <Button look="secondary">{t('console.preview.show')}</Button>
      </p>
    </form>
    <div className="preview-room mt-4">
      <iframe
        name="preview"
        src={`${action}?place=${wish.place}&in=${wish.language}&theme=${wish.theme}`}
        title={t('console.preview.frame')}
      />
    </div>
  </section>
)
