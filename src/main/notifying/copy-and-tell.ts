import type { Clock } from '../../shared/clock.ts'
import type { Copied } from '../../shared/copying.ts'
import { Failure } from '../../shared/errors.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { Copier } from '../copying/copier.ts'
import type { Log } from '../engine/ports.ts'
import { leftText } from '../words/left.ts'
import type { Translate } from '../words/words.ts'
import type { NotificationPort } from './ports.ts'

interface Parts {
  readonly copier: Copier
  readonly notifications: NotificationPort
  readonly clock: Clock
  readonly t: Translate
  readonly log: Log
  readonly openProfile: (id: ProfileId) => void
}

export interface CopyAndTell {
  /** Copies the header and tells what came of it, also in words for a tooltip. Never rejects. */
  copy(id: ProfileId): Promise<string>
}

/** Copying where no window shows what came of it: from the tray, or from a notification. */
export function createCopyAndTell(parts: Parts): CopyAndTell {
  const { copier, notifications, clock, t, log, openProfile } = parts

  function validity({ expiresAt }: Copied): string {
    if (expiresAt === null) return t('notifications.copied.endUnknown')
    const left = expiresAt - clock.now()
    if (left <= 0) return t('notifications.copied.ended')
    return t('notifications.copied.validFor', { left: leftText(t, left) })
  }

  return {
    copy: async (id) => {
      const onClick = () => openProfile(id)
      try {
        const body = validity(await copier.copy(id, 'header'))
        notifications.show({ title: t('notifications.copied.title'), body, onClick })
        return body
      } catch (cause) {
        if (!(cause instanceof Failure)) log.incident('copy-outside', cause)
        const title = t('notifications.notCopied.title')
        notifications.show({ title, body: t('notifications.notCopied.body'), onClick })
        return title
      }
    },
  }
}
