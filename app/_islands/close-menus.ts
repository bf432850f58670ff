/** An open `details[data-menu]` closes by Escape and by a click elsewhere, as menus do. */
export const closeMenus = (page: Document): void => {
  const opened = () => [...page.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')]
  page.addEventListener('click', (event) => {
    for (const menu of opened()) if (!menu.contains(event.target as Node)) menu.open = false
  })
  page.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    for (const menu of opened()) {
      menu.open = false
      menu.querySelector('summary')?.focus()
    }
  })
}
