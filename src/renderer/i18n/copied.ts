import type { Translate } from '../language.ts'
import type { ToastMessage } from '../store/app-state.ts'
import { spokenDuration } from './duration.ts'

type CopiedSaying = Extract<ToastMessage, { kind: 'copied' }>

function validity(t: Translate, validFor: number | null): string {
  if (validFor === null) return t('said.copiedUnknown')
  if (validFor <= 0) return t('said.copiedExpired')
  return t('said.copied', { duration: spokenDuration(t, validFor) })
}

/** What was copied, what happened before and what happens after. */
export function copiedText(t: Translate, message: CopiedSaying): string {
  const { validFor, of, renewal, clearedAfter, request } = message
  const sentences = [validity(t, validFor)]
  if (of !== null) sentences.push(t('said.copiedOf', { name: of }))
  if (renewal === 'renewed') sentences.push(t('said.renewedFirst'))
  if (renewal === 'failed') sentences.push(t('said.notRenewed'))
  if (request?.host === null) sentences.push(t('said.needsAddress'))
  else if (request !== null) sentences.push(t('said.goesTo', { server: request.host }))
  if (clearedAfter !== null) {
    sentences.push(t('said.clearedAfter', { duration: spokenDuration(t, clearedAfter * 1000) }))
  }
  return sentences.join(' ')
}
