import type { NotificationPort, Shown } from '../../../src/main/notifying/ports.ts'

/** Notifications that a test reads, and which are still on the screen. */
export function createFakeNotifications() {
  const all: Shown[] = []
  const open = new Set<Shown>()
  let isRefusing = false
  let isRefused = false
  const port: NotificationPort = {
    show: (shown) => {
      all.push(shown)
      isRefused = isRefusing
      if (!isRefused) open.add(shown)
      return () => open.delete(shown)
    },
    isRefused: () => isRefused,
  }
  const setRefusing = (next: boolean) => {
    isRefusing = next
  }
  return { port, all, open, setRefusing, titles: () => all.map(({ title }) => title) }
}
