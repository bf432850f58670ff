/** A button with `data-copy` copies that text and says so; where scripts are off it stays hidden. */
export const copyButtons = (page: Document): void => {
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy ?? '').catch(() => undefined)
      button.textContent = button.dataset.copied ?? ''
    })
  }
}
