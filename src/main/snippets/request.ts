/** The request that a snippet makes: a GET with a bearer token (RFC 6750 §2.1). */
export interface SnippetRequest {
  /** As WHATWG URL writes it: printable ASCII. */
  readonly address: string
  readonly token: string
}

export const headerOf = ({ token }: SnippetRequest) => `Authorization: Bearer ${token}`

export const headerValueOf = ({ token }: SnippetRequest) => `Bearer ${token}`

/**
 * Returns true if a value is printable ASCII, which every language here reads alike once its own
 * quotation marks are escaped; a line break would begin another header or command.
 */
export const isPrintable = (value: string) => /^[\x20-\x7e]*$/.test(value)
