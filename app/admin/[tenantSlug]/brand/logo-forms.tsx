import { mayAtDesk } from '#lib/console/desk.ts'
import { fieldId } from '../../../_ui/field.tsx'
import { type StudioView, studioForm, studioPath } from '../../_studio/studio.ts'
import { Button } from '../../_ui/button.tsx'
import { Panel } from '../../_ui/panel.tsx'

type Props = { readonly view: StudioView<'brand'>; readonly place: 'logoPath' | 'darkLogoPath' }

const grounds = { logoPath: 'surface', darkLogoPath: 'darkSurface' } as const

const One = ({ view, place }: Props) => {
  const { document, t } = view
  const label = t(`console.brand.fields.${place}`)
  const address = document[place]
  const sends = { form: studioForm, formAction: studioPath(view, 'logo'), formEncType: 'multipart/form-data' }
  return (
    <div className="grid content-start gap-3">
      <label className="text-small font-semibold" htmlFor={fieldId(place)}>
        {label}
      </label>
      {address && (
        <svg aria-label={label} className="h-16 w-full rounded-brand border border-line" role="img">
          <rect fill={document[grounds[place]]} height="100%" width="100%" />
          <image height="70%" href={address} preserveAspectRatio="xMidYMid meet" width="100%" y="15%" />
        </svg>
      )}
      <input
        accept="image/png,image/jpeg,image/webp,image/gif"
        className="min-h-11 w-full min-w-0 text-small"
        form={studioForm}
        id={fieldId(place)}
        name={`${place}.file`}
        type="file"
      />
      <div className="flex flex-wrap gap-3">
        <Button {...sends} look="secondary" name="logo" value={`upload:${place}`}>
          {t('console.brand.upload')}
        </Button>
        {address && (
          <Button {...sends} look="secondary" name="logo" value={`remove:${place}`}>
            {t('console.brand.removeLogo')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** The logo for light and for dark screens. A file is sent with all that was typed, so that nothing is lost beside it. */
export const LogoForms = ({ view }: Pick<Props, 'view'>) =>
  mayAtDesk(view.desk, 'brand.edit') ? (
    <Panel lead={view.t('console.brand.logoLead')} title={view.t('console.brand.logoTitle')}>
      <div className="grid grid-cols-pair gap-6">
        <One place="logoPath" view={view} />
        <One place="darkLogoPath" view={view} />
      </div>
    </Panel>
  ) : null
