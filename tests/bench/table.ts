import type { Aim, FigureName } from './aims.ts'
import { type Cost, costs, type GrownList } from './measure/growth.ts'
import type { Figure } from './statistics.ts'

export type Figures = Readonly<Record<FigureName, Figure>>

const digits = (value: number) => (Math.abs(value) < 0.1 ? 4 : Math.abs(value) < 100 ? 2 : 0)
const shown = (value: number) => value.toFixed(value === 0 ? 0 : digits(value))

function spreadOf({ value, low, high, count }: Figure): string {
  return count === 1 && low === value && high === value ? '' : `${shown(low)} … ${shown(high)}`
}

/** A table in Markdown of the figures beside what they are to be. */
export function tableOf<Name extends string>(
  figures: Readonly<Record<Name, Figure>>,
  aims: Readonly<Record<Name, Aim>>,
): string {
  const lines = (Object.keys(aims) as Name[]).map((name) => {
    const figure = figures[name]
    const { what, atMost } = aims[name]
    const verdict = figure.value <= atMost ? 'yes' : 'no'
    const cells = [
      `\`${name}\``,
      what,
      shown(figure.value),
      spreadOf(figure),
      `≤ ${atMost}`,
      verdict,
    ]
    return `| ${cells.join(' | ')} |`
  })
  return [
    '| key | what | measured | spread | aim | reached |',
    '|---|---|---|---|---|---|',
    ...lines,
  ].join('\n')
}

/** Returns a table of the figures behind the ratios. */
export function detailsTable(details: Readonly<Record<string, Figure>>): string {
  const lines = Object.entries(details).map(
    ([name, figure]) => `| \`${name}\` | ${shown(figure.value)} | ${spreadOf(figure)} |`,
  )
  return ['| also measured | median | spread |', '|---|---|---|', ...lines].join('\n')
}

/** Returns a Markdown table of each cost for lists of growing length, with the growth of the cost. */
export function growthTable(lists: readonly GrownList[]): string {
  const cell = (list: GrownList | undefined, cost: Cost) => {
    const figure = list?.costs[cost]
    return figure === undefined ? '–' : shown(figure.value)
  }
  const grown = lists.filter((list) => list.costs.start_ms !== undefined)
  const [first, last] = [grown[0], grown.at(-1)]
  const lines = (Object.keys(costs) as Cost[]).map((cost) => {
    const [one, other] = [first?.costs[cost]?.value, last?.costs[cost]?.value]
    const growth = one === undefined || other === undefined ? '–' : `× ${shown(other / one)}`
    const cells = [costs[cost], ...lists.map((list) => cell(list, cost)), growth]
    return `| ${cells.join(' | ')} |`
  })
  const names = lists.map(({ name }) => name)
  const heads = ['profiles', ...names, `${last?.name ?? ''} ÷ ${first?.name ?? ''}`]
  return [`| ${heads.join(' | ')} |`, `|${'---|'.repeat(heads.length)}`, ...lines].join('\n')
}
