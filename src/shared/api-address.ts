import { z } from 'zod'
import type { Preset } from './preset.ts'
import { addressProblem } from './token-endpoint.ts'

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
  .transform((value) => (URL.canParse(value) ? new URL(value).href : value))

/** The profile that the practice server makes has no provider to choose. */
export const practicePresetId = 'practice'

/** Where the practice server answers whoever brings one of its tokens. */
export const practiceApiPath = '/hello'

/** The address of the API that a profile's tokens are for, where it is known. */
export function knownApiAddress(
  presets: readonly Preset[],
  { presetId, tokenEndpoint }: { readonly presetId: string; readonly tokenEndpoint: string },
): string | null {
  if (presetId === practicePresetId) return new URL(practiceApiPath, tokenEndpoint).href
  return presets.find(({ id }) => id === presetId)?.apiAddress ?? null
}
