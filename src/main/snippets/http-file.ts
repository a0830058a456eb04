import { headerOf, type SnippetRequest } from './request.ts'

/** The editors that send such files put a variable in the place of `{{name}}`. */
const variable = '{{'

/** In an address a brace may be written as its number. */
const withoutBraces = (address: string) => address.replaceAll('{', '%7B').replaceAll('}', '%7D')

/**
 * A request as it goes over the wire (RFC 9112 §2.1), as Visual Studio, VS Code and the
 * JetBrains editors send it. `undefined`: the token holds what these take for a variable,
 * and there is no way to say that it is none.
 */
export function httpFile(request: SnippetRequest): string | undefined {
  if (request.token.includes(variable)) return undefined
  return [`GET ${withoutBraces(request.address)} HTTP/1.1`, headerOf(request)].join('\n')
}
