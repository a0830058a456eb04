import { setTimeout as wait } from 'node:timers/promises'
import type { Bench } from '../bench.ts'
import { click } from '../desks.ts'
import { nameOf, presetOf } from '../host/profiles.ts'
import type { Program } from '../program.ts'
import { percentile } from '../statistics.ts'

/** Milliseconds that a result may take. */
const patience = 30_000

/** How many of the desk's profiles a search must leave. */
function matches(count: number, search: string): number {
  const texts = Array.from({ length: count }, (_, index) =>
    `${nameOf(index)} ${presetOf(index).name}`.toLowerCase(),
  )
  return texts.filter((text) => text.includes(search)).length
}

/** In the page: resolves with the milliseconds from the next key press to the painted result. */
function nextResult(expected: number): Promise<number> {
  return new Promise((resolve) => {
    let pressed = 0
    const listen = (event: KeyboardEvent) => {
      pressed = event.timeStamp
    }
    document.addEventListener('keydown', listen, { once: true, capture: true })
    const list = document.querySelector('ul[aria-label="Profiles"]')
    const shown = () => Number(list?.querySelector('li')?.getAttribute('aria-setsize') ?? 0)
    function look(): void {
      if (pressed === 0 || shown() !== expected) return
      observer.disconnect()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now() - pressed)
        port2.postMessage(null)
      })
    }
    const observer = new MutationObserver(look)
    observer.observe(document, { subtree: true, childList: true, attributes: true })
  })
}

async function press(program: Program, key: string): Promise<void> {
  const isDelete = key === 'Backspace'
  const text = isDelete ? {} : { text: key }
  const code = { key, windowsVirtualKeyCode: isDelete ? 8 : key.charCodeAt(0) }
  await program.send('Input.dispatchKeyEvent', { type: 'keyDown', ...code, ...text })
  await program.send('Input.dispatchKeyEvent', { type: 'keyUp', ...code })
}

/** Types the digits of a customer, one after the other, and takes them back. */
async function searchFor(program: Program, digits: string, count: number): Promise<number[]> {
  const typed = Array.from(digits, (key, index) => [key, digits.slice(0, index + 1)] as const)
  const taken = typed.map((_, index) => ['Backspace', digits.slice(0, -index - 1)] as const)
  const times: number[] = []
  let before = count
  for (const [key, search] of [...typed, ...taken]) {
    const expected = matches(count, search)
    // A result that looks like the one before it can't be seen to come.
    const isSeen = expected !== before && expected > 0
    const result = isSeen ? program.inPage(nextResult, expected) : Promise.resolve(null)
    await program.inPage(() => null, null)
    await press(program, key)
    const late = wait(patience, undefined, { ref: false }).then((): never => {
      throw new Error(`the search for ${search} does not leave ${expected}`)
    })
    const time = await Promise.race([result, late])
    if (time !== null) times.push(time)
    before = expected
  }
  return times
}

/** Key press to painted result in the app that is open, with many profiles. */
export async function measureSearch({ sizes, say }: Bench, program: Program) {
  const { x, y } = await program.inPage(() => {
    const box = document.querySelector('aside input')?.getBoundingClientRect()
    return { x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + 10 }
  }, null)
  await click(program, x, y)
  const times: number[] = []
  for (let search = 0; search < sizes.searches; search += 1) {
    const customer = Math.floor(((search + 0.5) / sizes.searches) * sizes.many)
    times.push(...(await searchFor(program, String(customer), sizes.many)))
  }
  say(`search: ${times.length} results`)
  const share = (part: number) => percentile(times, part)
  const p95 = { value: share(0.95), low: share(0.5), high: share(1), count: times.length }
  return { figures: { search_ms_10000: p95 }, details: {} }
}
