import { useTexts } from '../../i18n/use-texts.ts'
import { Key } from '../../parts/parts.tsx'
import { isMac } from './is-mac.ts'

const symbols: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}
const named = ['PageUp', 'PageDown', 'Home', 'End', 'Enter'] as const

/** A key of the table as it is printed on keyboards. */
export function Keys({ of }: { readonly of: string }) {
  const { t } = useTexts()
  function textOf(part: string): string {
    if (part === 'Mod') return isMac ? '⌘' : t('shortcuts.key.Mod')
    if (part === ' ') return t('shortcuts.key.Space')
    const name = named.find((each) => each === part)
    return name === undefined ? (symbols[part] ?? part) : t(`shortcuts.key.${name}`)
  }
  const parts = of.split('+').map(textOf)
  return <Key>{parts.join(isMac ? ' ' : ' + ')}</Key>
}
