import { z } from 'zod'

/** Characters. A code alone can have over a thousand; a form that was copied whole has more. */
export const maxRedirectText = 20_000

/** The reading of a text that the user pasted as the address where they landed. */
export const pasteResult = z.enum([
  'taken',
  /** Neither an address with a code or an error, nor a code. */
  'no-code',
  /** It belongs to another sign-in, or to one that is over. */
  'other-sign-in',
  /** It is an address at which nothing was to arrive, such as that of the sign-in page. */
  'other-address',
])
export type PasteResult = z.infer<typeof pasteResult>

/** A change of a profile's settings that a click makes, after which the user signs in again. */
export const remedies = ['send-origin', 'ask-for-longer-access'] as const
export type Remedy = (typeof remedies)[number]
