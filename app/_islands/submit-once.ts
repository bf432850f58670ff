/**
 * A second click on a form that is on its way does nothing. The button is marked and never disabled: a disabled button
 * would not send its name and value. A form that leads another window away leaves this page as it is. A page restored by the back button is fresh again.
 */
export const submitOnce = (page: Document): void => {
  page.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (event.defaultPrevented || form.method !== 'post' || form.target) return
    if (form.dataset.sent !== undefined) return event.preventDefault()
    form.dataset.sent = ''
    const pressed = event.submitter
    pressed?.setAttribute('data-busy', '')
    pressed?.setAttribute('aria-disabled', 'true')
  })
  addEventListener('pageshow', () => {
    for (const form of page.querySelectorAll<HTMLElement>('[data-sent]')) delete form.dataset.sent
    for (const button of page.querySelectorAll('[data-busy]')) {
      button.removeAttribute('data-busy')
      button.removeAttribute('aria-disabled')
    }
  })
}
