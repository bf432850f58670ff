/** What is wished for in the query of a preview; what is missing reads as the empty string. */
export const previewQuery = (request: Request): ((name: string) => string) => {
  const { searchParams } = new URL(request.url)
  return (name) => searchParams.get(name) ?? ''
}
