import type { Clock } from '../../shared/clock.ts'
import type { Copied } from '../../shared/copying.ts'
import { Failure } from '../../shared/errors.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { Copier } from '../copying/copier.ts'
import type { Engine } from '../engine/engine-api.ts'
import type { Log } from '../engine/ports.ts'
import type { Translate } from '../i18n/i18n.ts'
import { leftText } from '../i18n/left.ts'
import type { NotificationPort } from './ports.ts'

interface Parts {
  readonly copier: Copier
  readonly engine: Pick<Engine, 'subscribe'>
  readonly notifications: NotificationPort
  readonly clock: Clock
  readonly t: Translate
  readonly log: Log
  readonly openProfile: (id: ProfileId) => void
  /** True if other programs only receive text that was copied in the window. */
  readonly copiesFromWindowOnly: boolean
  /**
   * Brings the window to the front, where it offers the copy; resolves with true if it got the focus.
   */
  readonly offerInWindow: (id: ProfileId) => Promise<boolean>
}

export interface CopyAndTell {
  /**
   * Copies the header, shows the result in a notification, and returns it as text for a tooltip. If
   * only the window can copy, offers the copy there instead. Never rejects.
   */
  copy(id: ProfileId): Promise<string>
  stop(): void
}

/** Copies from the tray or a notification, where no window shows the result. */
export function createCopyAndTell(parts: Parts): CopyAndTell {
  const { copier, engine, notifications, clock, t, log, openProfile, offerInWindow } = parts

  /** Functions that withdraw the last notification of each profile. */
  const shown = new Map<ProfileId, () => void>()

  function withdraw(id: ProfileId): void {
    shown.get(id)?.()
    shown.delete(id)
  }

  function show(
    id: ProfileId,
    title: string,
    body: string,
    onClick: () => void = () => openProfile(id),
  ): void {
    withdraw(id)
    shown.set(id, notifications.show({ title, body, onClick }))
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

  async function offer(id: ProfileId): Promise<string> {
    const title = t('notifications.copyInWindow.title')
    if (await offerInWindow(id)) return title
    show(id, title, t('notifications.copyInWindow.body'), () => void offerInWindow(id))
    return title
  }

  return {
    copy: async (id) => {
      if (parts.copiesFromWindowOnly) return offer(id)
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
