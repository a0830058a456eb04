/** Letters that Unicode does not take apart into a letter and an accent. */
const wholeLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}

/** A text for comparing, whatever its case and its accents: *Köln* and *koln* are the same. */
export function foldedText(text: string): string {
  const lower = text.toLowerCase()
  // Most names have none, and ten thousand of them are folded for the first key.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is the range of ASCII.
  if (/^[\x00-\x7f]*$/.test(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøđðłþı]/g, (letter) => wholeLetters[letter] ?? letter)
}

/** The words of a search, folded. */
export function wordsOf(search: string): readonly string[] {
  return foldedText(search).split(/\s+/).filter(Boolean)
}
