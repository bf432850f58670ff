/** Letters that Unicode does not take apart into a letter and its accent. */
const whole: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
  ı: 'i',
}

/**
 * Words in lower case without accents: `L’Heureux, Marie-Ève` gives `lheureux marie eve`. An apostrophe and a full
 * stop join (`O’Neill`, `S.E.N.C.`), anything else that is no letter and no digit parts. Any script is kept.
 */
export const foldWords = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[łøđðþßœæı]/g, (letter) => whole[letter] ?? letter)
    .replace(/(?<=\p{L})['’`ʼ.](?=\p{L})/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
