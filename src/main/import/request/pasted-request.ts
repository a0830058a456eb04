import { firstOf } from '../../../shared/first-of.ts'
import type { LeftOut, LeftOutReason } from '../../../shared/import.ts'
import type { SentWith } from '../../../shared/sent-with.ts'
import type { BodyFormat } from '../../../shared/settings/request.ts'

/** A name and its value; `marks` if the text has more information. */
export type Pair = readonly [name: string, value: string, marks?: Marks]

interface Marks {
  /** The requests that it is sent with; all, if absent. */
  readonly sentWith?: SentWith
  /** It is a secret under any name. */
  readonly isSecret?: true
}

/** A request for a token, as a command or a collection describes it. */
export interface PastedRequest {
  readonly title: string
  readonly method: string
  /** As it was written; may contain placeholders. */
  readonly url: string
  readonly headers: readonly Pair[]
  /** `id:secret` for a Basic header; `null` if none is given. */
  readonly user: string | null
  /** Parameters to add to the query of `url`. */
  readonly query: readonly Pair[]
  readonly body: readonly Pair[]
  readonly bodyFormat: BodyFormat
  /** True if a `+` stood for a space in a credential of the body. */
  readonly hasPlus: boolean
  readonly leftOut: readonly LeftOut[]
}

/** Names an unused part of a text; a text that can't be a name is shortened. */
export function leaveOut(what: string, why: LeftOutReason): LeftOut {
  const shown = firstOf(what.replace(/[^\p{L}\p{N} .:/@$_-]/gu, '').trim(), 60)
  return { what: shown === '' ? '…' : shown, why }
}
