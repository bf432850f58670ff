/** Tells that Caps Lock is on while a password is typed, in a live region so that it is heard too. */
export const capsLockHint = (page: Document): void => {
  const hint = page.querySelector<HTMLElement>('[data-caps-lock]')
  const field = page.querySelector('input[type=password]')
  if (!hint || !field) return
  const tell = (event: Event) => {
    if (!(event instanceof KeyboardEvent)) return
    const text = event.getModifierState('CapsLock') ? (hint.dataset.capsLock ?? '') : ''
    if (hint.textContent !== text) hint.textContent = text
  }
  field.addEventListener('keydown', tell)
  field.addEventListener('keyup', tell)
  field.addEventListener('blur', () => {
    hint.textContent = ''
  })
}
