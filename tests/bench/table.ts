import { aims, type FigureName, figureNames } from './aims.ts'
import type { Figure } from './statistics.ts'

export type Figures = Readonly<Record<FigureName, Figure>>

const digits = (value: number) => (Math.abs(value) < 0.1 ? 4 : Math.abs(value) < 100 ? 2 : 0)
const shown = (value: number) => value.toFixed(value === 0 ? 0 : digits(value))

function spreadOf({ value, low, high, count }: Figure): string {
  return count === 1 && low === value && high === value ? '' : `${shown(low)} … ${shown(high)}`
}

/** A table in Markdown of the figures beside what they are to be. */
export function tableOf(figures: Figures): string {
  const lines = figureNames.map((name) => {
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

/** The further figures, for whoever wants to know how a ratio came about. */
export function detailsTable(details: Readonly<Record<string, Figure>>): string {
  const lines = Object.entries(details).map(
    ([name, figure]) => `| \`${name}\` | ${shown(figure.value)} | ${spreadOf(figure)} |`,
  )
  return ['| also measured | median | spread |', '|---|---|---|', ...lines].join('\n')
}
