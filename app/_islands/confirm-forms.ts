/**
 * A form with `data-confirm` names a dialog that is asked first; the dialog's own form then sends it. Where scripts are
 * off the form is sent at once, so what it does must be told beside it.
 */
export const confirmForms = (page: Document): void => {
  page.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    const dialog = form.dataset.confirm && page.getElementById(form.dataset.confirm)
    if (!(dialog instanceof HTMLDialogElement) || form.dataset.confirmed !== undefined) return
    event.preventDefault()
    dialog.returnValue = ''
    dialog.showModal()
    const pressed = event.submitter
    dialog.addEventListener(
      'close',
      () => {
        if (dialog.returnValue !== 'yes') return
        form.dataset.confirmed = ''
        form.requestSubmit(pressed)
        delete form.dataset.confirmed
      },
      { once: true },
    )
  })
}
