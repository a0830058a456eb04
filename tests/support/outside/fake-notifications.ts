import type { NotificationPort, Shown } from '../../../src/main/notifying/ports.ts'

/** Notifications that a test reads, and which are still on the screen. */
export function createFakeNotifications() {
  const all: Shown[] = []
  const open = new Set<Shown>()
  const port: NotificationPort = {
    show: (shown) => {
      all.push(shown)
      open.add(shown)
      return () => open.delete(shown)
    },
  }
  return { port, all, open, titles: () => all.map(({ title }) => title) }
}
