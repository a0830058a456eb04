import { headerOf, headerValueOf, type SnippetRequest } from './request.ts'

/**
 * Quotes printable ASCII as JSON, which means the same in JavaScript (ECMA-262 §12.9.4) and in
 * Python (Language Reference §2.4.1).
 */
const quoted = (value: string) => JSON.stringify(value)

/** Within a page, `</script>` and `<!--` would end or change the script around a text. */
const quotedInScript = (value: string) => quoted(value).replaceAll('<', '\\u003c')

export function javaScript(request: SnippetRequest): string {
  return [
    `const response = await fetch(${quotedInScript(request.address)}, {`,
    `  headers: { Authorization: ${quotedInScript(headerValueOf(request))} },`,
    '})',
    'console.log(response.status, await response.text())',
  ].join('\n')
}

export function python(request: SnippetRequest): string {
  return [
    'import requests',
    '',
    'response = requests.get(',
    `    ${quoted(request.address)},`,
    `    headers={"Authorization": ${quoted(headerValueOf(request))}},`,
    '    timeout=30,',
    ')',
    'print(response.status_code, response.text)',
  ].join('\n')
}

/** Power Query M, lexical structure: `"` is doubled, and `#(` begins an escape. */
const inM = (value: string) => `"${value.replaceAll('#(', '#(#)(').replaceAll('"', '""')}"`

/** Excel and Power BI ask how to sign in: the header does, so *Anonymous* is right. */
export function powerQuery(request: SnippetRequest): string {
  return [
    '// When you are asked how to connect, choose Anonymous: the header below signs you in.',
    'let',
    '    Source = Json.Document(',
    '        Web.Contents(',
    `            ${inM(request.address)},`,
    `            [Headers = [Authorization = ${inM(headerValueOf(request))}]]`,
    '        )',
    '    )',
    'in',
    '    Source',
  ].join('\n')
}

/** These editors replace `{{name}}` by a variable. */
const variable = '{{'

/** Replaces braces by their percent-encoding. */
const withoutBraces = (address: string) => address.replaceAll('{', '%7B').replaceAll('}', '%7D')

/**
 * Writes a request as it is sent (RFC 9112 §2.1), for Visual Studio, VS Code and the JetBrains
 * editors. `undefined` if the token contains their mark for a variable, which can't be escaped.
 */
export function httpFile(request: SnippetRequest): string | undefined {
  if (request.token.includes(variable)) return undefined
  return [`GET ${withoutBraces(request.address)} HTTP/1.1`, headerOf(request)].join('\n')
}
