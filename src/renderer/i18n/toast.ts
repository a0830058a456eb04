import { assertNever } from '../../shared/assert-never.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { Translate } from '../language.ts'
import type { ToastMessage } from '../store/app-state.ts'
import { clientWay } from './client-authentication.ts'
import { spokenDuration } from './duration.ts'

/** Returns the text of a toast; `profile` is the one it is about. */
export function sayingText(t: Translate, message: ToastMessage, profile?: ProfileView): string {
  switch (message.kind) {
    case 'copied':
      return copiedText(t, message)
    case 'cancelled':
      return t('outcome.cancelled.title')
    case 'obtained':
      return message.validFor === null
        ? t('said.obtainedUnknown')
        : t('said.obtained', { duration: spokenDuration(t, message.validFor) })
    case 'way-found':
      return profile === undefined
        ? t('outcome.obtained.title')
        : t('said.wayFound', { way: clientWay(t, profile.settings.client.authentication) })
    case 'report-copied':
      return t('said.reportCopied')
    case 'nothing-to-copy':
      return t('said.nothingToCopy')
    case 'passphrase-set':
      return t('security.said.passphraseSet')
    case 'passphrase-removed':
      return t('security.said.passphraseRemoved')
    case 'protected-now':
      return t('security.said.protectedNow')
    case 'profile-shared':
      return t('said.shared')
    case 'profile-saved':
      return t('said.saved')
    case 'profile-deleted':
      return t('said.deleted', { name: message.name })
    default:
      return assertNever(message)
  }
}

type CopiedSaying = Extract<ToastMessage, { kind: 'copied' }>

function validity(t: Translate, validFor: number | null): string {
  if (validFor === null) return t('said.copiedUnknown')
  if (validFor <= 0) return t('said.copiedExpired')
  return t('said.copied', { duration: spokenDuration(t, validFor) })
}

/** Returns what was copied, whether it was renewed first, and when it is cleared. */
function copiedText(t: Translate, message: CopiedSaying): string {
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
