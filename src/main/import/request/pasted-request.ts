import type { SentWith } from '../../../shared/extra.ts'
import { firstOf } from '../../../shared/first-of.ts'
import type { LeftOut, LeftOutReason } from '../../../shared/import.ts'
import type { BodyFormat } from '../../../shared/profile.ts'

/** A name and its value; `marks` where the text says more of it. */
export type Pair = readonly [name: string, value: string, marks?: Marks]

interface Marks {
  /** In which requests it stands; in all, if this is absent. */
  readonly sentWith?: SentWith
  /** It is a secret, whatever it is called. */
  readonly isSecret?: true
}

/** A request for a token, as a command or a collection describes it. */
export interface PastedRequest {
  readonly title: string
  readonly method: string
  /** As it was written; it may hold words to fill in. */
  readonly url: string
  readonly headers: readonly Pair[]
  /** `id:secret` for a Basic header; `null` if none is given. */
  readonly user: string | null
  /** What was added to the query string of `url`. */
  readonly query: readonly Pair[]
  readonly body: readonly Pair[]
  readonly bodyFormat: BodyFormat
  /** Whether a `+` stood for a space in a credential of the body. */
  readonly hasPlus: boolean
  readonly leftOut: readonly LeftOut[]
}

/** Names something that is not used; what can't be a name is called by its first letters. */
export function leaveOut(what: string, why: LeftOutReason): LeftOut {
  const shown = firstOf(what.replace(/[^\p{L}\p{N} .:/@$_-]/gu, '').trim(), 60)
  return { what: shown === '' ? '…' : shown, why }
}
