import type { ReactNode } from 'react'
import type { Translate } from '#lib/kit/i18n.ts'
import { Button } from './button.tsx'

type Props = {
  /** Unlike any other on the page. */
  readonly id: string
  readonly action: string
  /** What the button does, as a verb; said again by the dialog. */
  readonly label: ReactNode
  readonly title: string
  readonly text: string
  /** What can be undone is asked about, and not drawn as a danger. */
  readonly isUndoable?: boolean
  readonly t: Translate
  /** Hidden fields, or whatever else the form carries. */
  readonly children?: ReactNode
}

/** A form for what touches others at once: a dialog asks first. The browser's own dialog keeps the focus and gives it back. */
export const ConfirmForm = ({ id, action, label, title, text, isUndoable = false, t, children }: Props) => (
  <>
    <form action={action} data-confirm={id} method="post">
      {children}
      <Button look={isUndoable ? 'secondary' : 'danger'}>{label}</Button>
    </form>
    <dialog aria-describedby={`${id}-text`} aria-labelledby={`${id}-title`} id={id}>
      <h2 className="text-h2 font-semibold" id={`${id}-title`}>
        {title}
      </h2>
      <p className="mt-2 text-small" id={`${id}-text`}>
        {text}
      </p>
      <form className="mt-5 flex flex-wrap justify-end gap-3" method="dialog">
        <Button look="secondary" value="no">
          {t('console.frame.cancel')}
        </Button>
        <Button look={isUndoable ? 'primary' : 'danger'} value="yes">
          {label}
        </Button>
      </form>
    </dialog>
  </>
)
