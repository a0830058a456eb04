import { setTimeout as wait } from 'node:timers/promises'
import { click } from '../apps.ts'
import type { Bench } from '../bench.ts'
import { folderOf, nameOf, presetOf } from '../host/profiles.ts'
import type { Program } from '../program.ts'
import { type Figure, percentile } from '../statistics.ts'

/** Milliseconds that a result may take. */
const patience = 30_000

/** What is searched: so many profiles, in so many folders if there are any. */
export interface Searched {
  readonly count: number
  readonly folders?: number
}

/** How many rows a search must leave: the profiles that match, and a heading for each folder. */
function matches({ count, folders }: Searched, search: string): number {
  const found = Array.from({ length: count }, (_, index) => index).filter((index) =>
    `${nameOf(index)} ${presetOf(index).name}`.toLowerCase().includes(search),
  )
  if (folders === undefined) return found.length
  return found.length + new Set(found.map((index) => folderOf(index, folders))).size
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
async function searchFor(program: Program, digits: string, testApp: Searched): Promise<number[]> {
  const typed = Array.from(digits, (key, index) => [key, digits.slice(0, index + 1)] as const)
  const taken = typed.map((_, index) => ['Backspace', digits.slice(0, -index - 1)] as const)
  const times: number[] = []
  let before = matches(testApp, '')
  for (const [key, search] of [...typed, ...taken]) {
    const expected = matches(testApp, search)
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

/** Milliseconds from key presses to painted results in the app that is open. */
export async function searchTimes(
  { sizes }: Bench,
  program: Program,
  testApp: Searched,
): Promise<readonly number[]> {
  const { x, y } = await program.inPage(() => {
    const box = document.querySelector('aside input')?.getBoundingClientRect()
    return { x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + 10 }
  }, null)
  await click(program, x, y)
  const times: number[] = []
  for (let search = 0; search < sizes.searches; search += 1) {
    const customer = Math.floor(((search + 0.5) / sizes.searches) * testApp.count)
    times.push(...(await searchFor(program, String(customer), testApp)))
  }
  return times
}

/** The slowest but one in twenty, with the middle and the slowest as its spread. */
export function slowestOf(times: readonly number[]): Figure {
  const share = (part: number) => percentile(times, part)
  return { value: share(0.95), low: share(0.5), high: share(1), count: times.length }
}

/** Key press to painted result in the app that is open, with many profiles. */
export async function measureSearch(bench: Bench, program: Program) {
  const times = await searchTimes(bench, program, { count: bench.sizes.many })
  bench.say(`search: ${times.length} results`)
  return { figures: { search_ms_10000: slowestOf(times) }, details: {} }
}
