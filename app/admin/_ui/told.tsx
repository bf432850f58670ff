/** In words, with the code that the export and the developers have for it. */
export const Told = ({ code, words }: { readonly code: string; readonly words: string }) => (
  <>
    {words} {words !== code && <code className="block break-all text-small text-muted">{code}</code>}
  </>
)
