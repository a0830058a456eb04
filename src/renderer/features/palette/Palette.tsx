import { Modal, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTexts } from '../../i18n/use-texts.ts'
import { useAppState } from '../../store/app-context.ts'
import { openingIn } from '../../store/app-state.ts'
import classes from './Palette.module.css'
import { PaletteOption } from './PaletteOption.tsx'
import { type Item, usePalette } from './use-palette.ts'

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onClosed: () => void
}

/** Finds profiles and what can be done, by a few letters. */
export function Palette({ isOpen, onClose, onClosed }: Props) {
  const { t } = useTexts()
  return (
    <Modal
      opened={isOpen}
      size="lg"
      padding={0}
      yOffset="4rem"
      lockScroll={false}
      withCloseButton={false}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': t('palette.label') } }}
      onClose={onClose}
      onExitTransitionEnd={onClosed}
    >
      <Contents />
    </Modal>
  )
}

const keyOf = (item: Item) => (item.kind === 'action' ? item.id : `${item.verb}-${item.profile.id}`)

/** A combobox with its list (WAI-ARIA 1.2): the focus stays in the field. */
function Contents() {
  const { t } = useTexts()
  const [search, setSearch] = useState('')
  const { items, run } = usePalette(search)
  const opening = useAppState(openingIn)
  const [wanted, setWanted] = useState(0)
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const active = Math.min(wanted, items.length - 1)
  const optionId = (index: number) => `${listId}-${index}`

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })

  function onKeyDown(event: KeyboardEvent): void {
    const { length } = items
    if (event.nativeEvent.isComposing || length === 0) return
    if (event.key === 'ArrowDown') setWanted((active + 1) % length)
    else if (event.key === 'ArrowUp') setWanted((active - 1 + length) % length)
    else if (event.key === 'Enter') {
      const item = items[active]
      if (item !== undefined) run(item)
    } else return
    event.preventDefault()
  }

  return (
    <div className={classes['palette']}>
      <TextInput
        role="combobox"
        aria-label={t('palette.label')}
        aria-expanded={items.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(items.length > 0 ? { 'aria-activedescendant': optionId(active) } : {})}
        data-autofocus
        size="md"
        variant="unstyled"
        autoComplete="off"
        spellCheck={false}
        placeholder={t('palette.placeholder')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value)
          setWanted(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={t('palette.results')}
        className={classes['results']}
        hidden={items.length === 0}
      >
        {items.map((item, index) => (
          <PaletteOption
            key={keyOf(item)}
            id={optionId(index)}
            item={item}
            isActive={index === active}
            onPoint={() => setWanted(index)}
            onChoose={() => run(item)}
          />
        ))}
      </div>
      <p className={classes['end']} aria-live="polite">
        {opening > 0 && t('groups.opening', { count: opening })}
        {opening === 0 && items.length === 0 && t('palette.none', { search })}
        {items.length > 0 && t('palette.count', { count: items.length })}
      </p>
    </div>
  )
}
