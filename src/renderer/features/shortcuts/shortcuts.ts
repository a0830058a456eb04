import { lockKey } from '../../../shared/window.ts'

/**
 * The place that binds a key: the window with any focus; the window unless the user types; the list
 * while it has the focus; or another part, such as the system's own *Copy*.
 */
type Where = 'anywhere' | 'outside-fields' | 'list' | 'elsewhere'

interface Shortcut {
  readonly id: string
  /** Names as in `KeyboardEvent.key`; `Mod` is Ctrl, and Command on a Mac. */
  readonly keys: readonly string[]
  readonly where: Where
}

/** All keyboard shortcuts: no other key is bound or shown. */
export const shortcuts = [
  { id: 'palette', keys: ['Mod+K'], where: 'anywhere' },
  { id: 'search', keys: ['Mod+F'], where: 'anywhere' },
  { id: 'search', keys: ['/'], where: 'outside-fields' },
  { id: 'new-profile', keys: ['Mod+N'], where: 'anywhere' },
  { id: 'edit-profile', keys: ['Mod+E'], where: 'anywhere' },
  { id: 'get-token', keys: ['F5'], where: 'anywhere' },
  { id: 'copy-header', keys: ['Mod+C'], where: 'elsewhere' },
  { id: 'lock', keys: [`Mod+${lockKey}`], where: 'elsewhere' },
  { id: 'shortcuts', keys: ['F1'], where: 'anywhere' },
  { id: 'shortcuts', keys: ['?'], where: 'outside-fields' },
  { id: 'list-move', keys: ['ArrowUp', 'ArrowDown'], where: 'list' },
  { id: 'list-move', keys: ['PageUp', 'PageDown', 'Home', 'End'], where: 'list' },
  { id: 'list-copy', keys: ['Enter'], where: 'list' },
  { id: 'list-open', keys: [' '], where: 'list' },
  { id: 'list-folder', keys: ['ArrowLeft', 'ArrowRight'], where: 'list' },
] as const satisfies readonly Shortcut[]
export type ShortcutId = (typeof shortcuts)[number]['id']
export type ShortcutIn<Page extends Where> = Extract<
  (typeof shortcuts)[number],
  { where: Page }
>['id']

export interface PressedKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** Returns whether a key of the table, such as `Mod+K`, was pressed. Alt belongs to the system. */
function isPressed(key: string, pressed: PressedKey, isMac: boolean): boolean {
  const [mod, other] = isMac
    ? [pressed.metaKey, pressed.ctrlKey]
    : [pressed.ctrlKey, pressed.metaKey]
  const name = key.replace(/^Mod\+/, '')
  const wantsMod = name !== key
  const isSame = wantsMod ? pressed.key.toLowerCase() === name.toLowerCase() : pressed.key === name
  return isSame && mod === wantsMod && !other && !pressed.altKey
}

/** Returns the shortcut of a pressed key in one of these places, if there is one. */
export function shortcutFor<Page extends Where>(
  places: readonly Page[],
  pressed: PressedKey,
  isMac: boolean,
): ShortcutIn<Page> | undefined {
  const found = shortcuts.find(
    ({ where, keys }) =>
      places.some((page) => page === where) && keys.some((key) => isPressed(key, pressed, isMac)),
  )
  return found?.id as ShortcutIn<Page> | undefined
}
