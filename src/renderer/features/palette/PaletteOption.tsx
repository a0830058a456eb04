import {
  IconArchive,
  IconCertificate,
  IconClipboardText,
  IconCopy,
  IconEye,
  IconFileText,
  IconKey,
  IconKeyboard,
  IconLock,
  IconPlus,
  IconSettings,
  IconShieldLock,
} from '@tabler/icons-react'
import { tokenAction } from '../../i18n/sign-in.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { Translate } from '../../language.ts'
import { Name } from '../name/Name.tsx'
import { TagChip } from '../tag/TagChip.tsx'
import classes from './Palette.module.css'
import type { Item } from './use-palette.ts'

const icons = {
  copy: IconCopy,
  get: IconKey,
  open: IconFileText,
  'new-profile': IconPlus,
  import: IconClipboardText,
  settings: IconSettings,
  security: IconShieldLock,
  lock: IconLock,
  inspect: IconEye,
  backup: IconArchive,
  shortcuts: IconKeyboard,
  licences: IconCertificate,
} as const

/** Names what happens, as the button of the profile does. */
function verbText(t: Translate, { verb, profile }: Extract<Item, { kind: 'profile' }>): string {
  const { name } = profile.settings.about
  if (verb !== 'get') return t(`palette.profile.${verb}`, { name })
  const key = { renew: 'renew', get: 'get', 'sign-in': 'signIn' } as const
  return t(`palette.profile.${key[tokenAction(profile)]}`, { name })
}

interface Props {
  readonly id: string
  readonly item: Item
  readonly isActive: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}

/** Shows an action. Keys reach it through the field, which keeps the focus. */
export function PaletteOption({ id, item, isActive, onPoint, onChoose }: Props) {
  const { t } = useTexts()
  const Icon = item.kind === 'action' ? icons[item.id] : icons[item.verb]
  const about = item.kind === 'profile' ? item.profile.settings.about : null
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
    // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant of the field leads here.
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={classes['option']}
      data-tag={about?.tag?.color}
      onMouseMove={isActive ? undefined : onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <Icon size={17} aria-hidden className={classes['icon']} />
      <span className={classes['label']}>
        {item.kind === 'action' ? t(`palette.do.${item.id}`) : verbText(t, item)}
      </span>
      {about?.tag !== undefined && (
        <span className={classes['tag']}>
          <TagChip tag={about.tag} />
        </span>
      )}
      {about?.folder !== undefined && (
        <span className={classes['group']}>
          <Name>{about.folder}</Name>
        </span>
      )}
    </div>
  )
}
