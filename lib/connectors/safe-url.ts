const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/

/** Plain HTTP leads only to this very machine: elsewhere codes and tokens would travel in the clear. */
export const isSafeUrl = (text: string): boolean => {
  const url = URL.parse(text)
  return (
    url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && loopback.test(url.hostname)))
  )
}
