/** A window that has nothing more to do closes itself, where the browser lets it: only one that a script opened. */
export const closeWindow = (page: Document): void => {
  if (page.querySelector('[data-closes]')) close()
}
