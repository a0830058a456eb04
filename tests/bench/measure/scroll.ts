import { setTimeout as wait } from 'node:timers/promises'
import type { Bench } from '../bench.ts'
import type { Program } from '../program.ts'
import { type Figure, percentile } from '../statistics.ts'

const wheelStep = 240
const wheelPauseMs = 16

/** In the page: the milliseconds between frames for so long, and whether anything scrolled in it. */
function frames(milliseconds: number): Promise<{ times: number[]; hasScrolled: boolean }> {
  return new Promise((resolve) => {
    const times: number[] = []
    let hasScrolled = false
    const note = () => {
      hasScrolled = true
    }
    document.addEventListener('scroll', note, { capture: true, once: true })
    requestAnimationFrame(function frame(now) {
      times.push(now)
      const first = times[0] ?? now
      if (now - first < milliseconds) requestAnimationFrame(frame)
      else {
        document.removeEventListener('scroll', note, { capture: true })
        const between = times.slice(1).map((each, index) => each - (times[index] ?? each))
        resolve({ times: between, hasScrolled })
      }
    })
  })
}

/** Turns the wheel over a point for as long as frames are counted. */
async function scroll(program: Program, at: { x: number; y: number }, milliseconds: number) {
  const counted = program.inPage(frames, milliseconds)
  const end = Date.now() + milliseconds
  for (let turn = 0; Date.now() < end; turn += 1) {
    // Down for a while, then up.
    const deltaY = turn % 120 < 80 ? wheelStep : -wheelStep
    const wheel = { type: 'mouseWheel', ...at, deltaX: 0, deltaY }
    void program.send('Input.dispatchMouseEvent', wheel)
    await wait(wheelPauseMs)
  }
  return counted
}

function p95Of(times: readonly number[]): Figure {
  const share = (part: number) => percentile(times, part)
  return { value: share(0.95), low: share(0.5), high: share(0.99), count: times.length }
}

/** Frames while the wheel turns over the long list of the app that is open. */
export async function measureScroll({ sizes }: Bench, app: Program) {
  const at = await app.inPage(() => {
    const box = document.querySelector('ul[aria-label="Profiles"]')?.getBoundingClientRect()
    return { x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + 100 }
  }, null)
  const { times, hasScrolled } = await scroll(app, at, sizes.scrollMs)
  if (!hasScrolled) throw new Error('the list does not scroll')
  return { figures: { frame_ms_p95_scroll_10000: p95Of(times) }, details: {} }
}
