import { z } from 'zod'
import { addressProblem } from './token-endpoint.ts'

/** Returns what was typed, with the `https://` that people leave away. */
export function wholeAddress(typed: string): string {
  const value = typed.trim()
  return value === '' || /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `https://${value}`
}

function asBrowsersWrite(value: string): string {
  if (value === '') return value
  try {
    return new URL(value).href
  } catch {
    return value
  }
}

/**
 * The address of an API that a token is shown to: https, or http on this computer; no
 * credentials in it and no fragment. It comes out as a browser would write it (WHATWG URL),
 * so it is printable ASCII.
 */
export const apiAddress = z
  .string()
  .trim()
  .superRefine((value, context) => {
    const problem = addressProblem(value)
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem })
  })
  .transform(asBrowsersWrite)

/**
 * Such an address as a profile keeps it. The check applies to what comes out, so that it can be
 * read again.
 */
export const keptApiAddress = z
  .string()
  .trim()
  .overwrite(asBrowsersWrite)
  .superRefine((value, context) => {
    const problem = addressProblem(value)
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem })
  })
