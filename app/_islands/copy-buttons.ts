/** A button with `data-copy` copies that text and says whether it could; where scripts are off it stays hidden. */
export const copyButtons = (page: Document): void => {
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false
    button.addEventListener('click', async () => {
      // A page without TLS has no clipboard at all.
      const isCopied = await navigator.clipboard?.writeText(button.dataset.copy ?? '').then(
        () => true,
        () => false,
      )
      button.textContent = (isCopied ? button.dataset.copied : button.dataset.notCopied) ?? ''
    })
  }
}
