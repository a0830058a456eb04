import type { NotificationPort, Shown } from '../../../src/main/notifying/ports.ts'

/** Notifications that a test reads, and which are still on the screen. */
export function createFakeNotifications() {
  const all: Shown[] = []
  const open = new Set<Shown>()
  let isRefused = false
  const port: NotificationPort = {
    show: (shown) => {
      all.push(shown)
      if (!isRefused) open.add(shown)
      return () => open.delete(shown)
    },
    isRefused: () => isRefused && all.length > 0,
  }
  const refuse = () => {
    isRefused = true
  }
  return { port, all, open, refuse, titles: () => all.map(({ title }) => title) }
}
