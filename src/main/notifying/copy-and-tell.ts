import type { Clock } from '../../shared/clock.ts'
import type { Copied } from '../../shared/copying.ts'
import { Failure } from '../../shared/errors.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { Copier } from '../copying/copier.ts'
import type { Engine } from '../engine/engine-api.ts'
import type { Log } from '../engine/ports.ts'
import { leftText } from '../words/left.ts'
import type { Translate } from '../words/words.ts'
import type { NotificationPort } from './ports.ts'

interface Parts {
  readonly copier: Copier
  readonly engine: Pick<Engine, 'subscribe'>
  readonly notifications: NotificationPort
  readonly clock: Clock
  readonly t: Translate
  readonly log: Log
  readonly openProfile: (id: ProfileId) => void
}

export interface CopyAndTell {
  /** Copies the header and tells what came of it, also in words for a tooltip. Never rejects. */
  copy(id: ProfileId): Promise<string>
  stop(): void
}

/** Copying where no window shows what came of it: from the tray, or from a notification. */
export function createCopyAndTell(parts: Parts): CopyAndTell {
  const { copier, engine, notifications, clock, t, log, openProfile } = parts

  /** What takes the last notification of a profile away again. */
  const shown = new Map<ProfileId, () => void>()

  function withdraw(id: ProfileId): void {
    shown.get(id)?.()
    shown.delete(id)
  }

  function show(id: ProfileId, title: string, body: string): void {
    withdraw(id)
    shown.set(id, notifications.show({ title, body, onClick: () => openProfile(id) }))
  }

  const unsubscribe = engine.subscribe(({ removed }) => {
    for (const id of removed) withdraw(id)
  })

  function validity({ expiresAt }: Copied): string {
    if (expiresAt === null) return t('notifications.copied.endUnknown')
    const left = expiresAt - clock.now()
    if (left <= 0) return t('notifications.copied.ended')
    return t('notifications.copied.validFor', { left: leftText(t, left) })
  }

  return {
    copy: async (id) => {
      try {
        const body = validity(await copier.copy(id, 'header'))
        show(id, t('notifications.copied.title'), body)
        return body
      } catch (cause) {
        if (!(cause instanceof Failure)) log.incident('copy-outside', cause)
        const title = t('notifications.notCopied.title')
        show(id, title, t('notifications.notCopied.body'))
        return title
      }
    },
    stop: unsubscribe,
  }
}
