/** A text as part of an address or a form; never throws, whatever halves of pairs are in it. */
export function percentEncoded(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1).replaceAll('+', '%20')
}

/** What a part of an address stands for; the part itself, if it is not well encoded. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
