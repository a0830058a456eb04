import { decodeBase64, decodeUtf8 } from '../../oauth/formats/encodings.ts'

/** Encodes a text as part of an address or a form; never throws, even for half a surrogate pair. */
export function percentEncoded(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1).replaceAll('+', '%20')
}

/** Decodes a part of an address; returns it unchanged if it is not well encoded. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Decodes base64 as UTF-8, or else as Latin 1; `undefined` if the text is not base64. */
export function base64Decoded(encoded: string): string | undefined {
  const bytes = decodeBase64(encoded.replace(/=+$/, ''))
  if (bytes === null) return undefined
  return decodeUtf8(bytes) ?? new TextDecoder('latin1').decode(bytes)
}

/** Removes the line breaks at the end of a text. */
export function withoutLastLineEnds(text: string): string {
  let end = text.length
  while (end > 0 && (text[end - 1] === '\n' || text[end - 1] === '\r')) end -= 1
  return text.slice(0, end)
}
