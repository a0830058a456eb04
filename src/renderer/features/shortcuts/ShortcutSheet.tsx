import { Modal } from '@mantine/core'
import { Fragment } from 'react'
import { useTexts } from '../../i18n/use-texts.ts'
import { Keys } from './Keys.tsx'
import classes from './ShortcutSheet.module.css'
import { type ShortcutId, shortcuts } from './shortcuts.ts'

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onClosed: () => void
}

/** The keys of each thing that has some, in the order of the table. */
function keysById(isList: boolean): ReadonlyMap<ShortcutId, readonly string[]> {
  const byId = new Map<ShortcutId, readonly string[]>()
  for (const { id, keys, where } of shortcuts) {
    if ((where === 'list') === isList) byId.set(id, [...(byId.get(id) ?? []), ...keys])
  }
  return byId
}

/** All keys, from the table that binds them. */
export function ShortcutSheet({ isOpen, onClose, onClosed }: Props) {
  const { t } = useTexts()
  const groups = [
    { title: t('shortcuts.everywhere'), keys: keysById(false) },
    { title: t('shortcuts.inList'), keys: keysById(true) },
  ]
  return (
    <Modal
      opened={isOpen}
      centered
      size="lg"
      lockScroll={false}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      onClose={onClose}
      onExitTransitionEnd={onClosed}
      title={t('shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('shortcuts.close') }}
      classNames={{ title: classes['title'] ?? '' }}
    >
      {groups.map(({ title, keys }) => (
        <Fragment key={title}>
          <h3 className={classes['group']}>{title}</h3>
          <dl className={classes['list']}>
            {[...keys].map(([id, all]) => (
              <div key={id} className={classes['row']}>
                <dt>{t(`shortcuts.what.${id}`)}</dt>
                <dd className={classes['keys']}>
                  {all.map((key) => (
                    <Keys key={key} of={key} />
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </Fragment>
      ))}
    </Modal>
  )
}
