/** Shows the button that reveals a password (S1): the page holds it hidden, as it does nothing without scripts. */
export const revealPassword = (page: Document): void => {
  const button = page.querySelector<HTMLButtonElement>('[data-reveal]')
  const field = page.getElementById(button?.getAttribute('aria-controls') ?? '') as HTMLInputElement | null
  if (!button || !field) return
  const show = (isShown: boolean) => {
    field.type = isShown ? 'text' : 'password'
    const { showText = '', showLabel = '', hideText = '', hideLabel = '' } = button.dataset
    button.textContent = isShown ? hideText : showText
    button.setAttribute('aria-label', isShown ? hideLabel : showLabel)
  }
  button.hidden = false
  button.addEventListener('click', () => show(field.type === 'password'))
  // Sent as a password again, or the browser may keep the text for later suggestions.
  field.form?.addEventListener('submit', () => show(false))
}
