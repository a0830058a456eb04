/** Given to the page by the DevTools pipe. */
declare const tell: (payload: string) => void

interface Watched {
  /** What is to be there. */
  readonly selector: string
  /** How many of them at least. */
  readonly count: number
  /** How long the list is that they are in, when all of it is there; none is waited for, if left out. */
  readonly all?: number
}

/**
 * Runs in the page, from before its first script or soon after. Tells `painted` when what is
 * watched has been painted, with the middle of the last of them and whether it was there before
 * anybody looked; `answered` when something that was clicked is painted as chosen; and `whole`
 * when the list that it is in has been painted with so many entries.
 */
function watchPage({ selector, count, all: wanted }: Watched): void {
  // A page that is there already is told to watch twice.
  if (Reflect.has(globalThis, 'isWatched')) return
  Reflect.set(globalThis, 'isWatched', true)
  const report = (what: string, details: object) =>
    tell(JSON.stringify({ what, at: performance.timeOrigin + performance.now(), ...details }))

  /** After the frame in which what is there now is painted. */
  const afterPaint = (work: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = work
      port2.postMessage(null)
    })

  function waitForAll(entry: Element | null): void {
    const isWhole = () => Number(entry?.getAttribute('aria-setsize')) >= (wanted ?? 0)
    const whole = new MutationObserver(() => {
      if (!isWhole()) return
      whole.disconnect()
      afterPaint(() => report('whole', {}))
    })
    if (isWhole()) report('whole', {})
    else if (entry !== null) whole.observe(entry, { attributes: true })
  }

  function look(isFirstLook: boolean): void {
    const all = document.querySelectorAll(selector)
    const last = all[count - 1]
    if (last === undefined) return
    observer.disconnect()
    afterPaint(() => {
      const { x, y, width, height } = last.getBoundingClientRect()
      report('painted', { x: x + width / 2, y: y + height / 2, wasThere: isFirstLook })
      if (wanted !== undefined) waitForAll(last.closest('li'))
      const chosen = new MutationObserver(() => {
        if (!last.isConnected || last.getAttribute('aria-current') === null) return
        chosen.disconnect()
        afterPaint(() => report('answered', {}))
      })
      chosen.observe(last, { attributes: true })
    })
  }

  const observer = new MutationObserver(() => look(false))
  observer.observe(document, { childList: true, subtree: true })
  look(true)
}

/** The source of a script that watches for these. */
export function watching(watched: Watched): string {
  return `(${watchPage.toString()})(${JSON.stringify(watched)})`
}

export const rows = 'ul[aria-label="Profiles"] > li > button'
