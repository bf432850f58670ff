/** What a developer pasted: the address of a frame, with the attributes where it was a whole `<iframe>`. */
export type Embed = {
  readonly url: URL
  /** Null where there is no such attribute, or no tag. */
  readonly sandbox: string | null
  readonly referrerPolicy: string | null
}

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+)))?(?=[\\s>/])`, 'i').exec(
    tag,
  )
  return found ? (found[1] ?? found[2] ?? found[3] ?? '') : null
}

const plain = (text: string): string => text.replaceAll('&amp;', '&').trim()

/** Null where nothing in it is an address. A path alone is one of ours. */
export const readEmbed = (pasted: string, portal: string): Embed | null => {
  const tag = /<iframe\b[^>]*>/i.exec(pasted)?.[0] ?? null
  const address = plain(tag === null ? pasted : (attribute(tag, 'src') ?? ''))
  if (address === '' || !URL.canParse(address, portal)) return null
  return {
    url: new URL(address, portal),
    sandbox: tag && attribute(tag, 'sandbox'),
    referrerPolicy: tag && attribute(tag, 'referrerpolicy'),
  }
}
