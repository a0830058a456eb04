import { encodeBase64 } from '../../../oauth/formats/encodings.ts'
import { hasUnknownPart, unknownPart } from '../../request/unknown-part.ts'

/** Returns the output of `echo -n a b` or `printf '%s:%s' a b`; `undefined` for other forms. */
function printed([name, ...rest]: readonly string[]): string | undefined {
  if (name === 'echo') {
    const options = /^-[neE]+$/.test(rest[0] ?? '') ? (rest[0] ?? '') : ''
    if (options.includes('e')) return undefined
    return rest.slice(options === '' ? 0 : 1).join(' ') + (options.includes('n') ? '' : '\n')
  }
  if (name !== 'printf') return undefined
  const [format = '', ...values] = rest[0] === '--' ? rest.slice(1) : rest
  if (/%(?!s)|\\(?!n)/.test(format)) return undefined
  let next = 0
  const filled = format.replace(/%s|\\n/g, (each) =>
    each === '%s' ? (values[next++] ?? '') : '\n',
  )
  return next < values.length ? undefined : filled
}

/** Returns the output of one command of a pipe. */
function passed(input: string, words: readonly string[]): string | undefined {
  const command = words.join(' ')
  if (
    /^base64(?: (?:-w ?0|--wrap[= ]0|-b ?0|-i -))?$|^openssl (?:base64|enc -base64)(?: -A| -e)*$/.test(
      command,
    )
  ) {
    const encoded = encodeBase64(input)
    // A decoder can find the unknown part again; for all other uses the whole is unknown.
    return hasUnknownPart(input) ? unknownPart(encoded) : encoded
  }
  if (/^tr -d (?:\\?\\n|\n|\[:space:\]| )$/.test(command)) return input.replace(/\n/g, '')
  return command === 'cat' ? input : undefined
}

/** Returns true if a text begins with a command whose output can be known. */
export const mayBePrinting = (text: string): boolean => /^\s*(?:echo|printf)\s/.test(text)

/**
 * Returns the output of a pipe that only prints and encodes its arguments, such as `echo -n
 * "$ID:$SECRET" | base64`; `undefined` for any other.
 */
export function outputOf(pipe: readonly (readonly string[])[]): string | undefined {
  const [first = [], ...others] = pipe
  let output = printed(first)
  for (const words of others) output = output === undefined ? undefined : passed(output, words)
  return output
}
