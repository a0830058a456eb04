import { IconFileImport } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTexts } from '../../i18n/use-texts.ts'
import { useActions, useApp } from '../../store/app-context.ts'
import { pageBefore } from '../../store/app-state.ts'
import classes from './FileDrop.module.css'

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true

/** Takes a file that is dropped anywhere on the window, and shows a hint while it hovers. */
export function FileDrop() {
  const { t } = useTexts()
  const { store } = useApp()
  const { goTo } = useActions()
  const [isOver, setOver] = useState(false)

  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (file === undefined) return
      event.preventDefault()
      const before = pageBefore(store.state.getState())
      goTo({ kind: 'import', from: before.kind === 'profile' ? before.id : null, file })
    }
    const listeners = { dragenter: over, dragover: over, dragleave: leave, drop }
    const entries = Object.entries(listeners) as [keyof typeof listeners, typeof over][]
    for (const [name, listener] of entries) window.addEventListener(name, listener)
    return () => {
      for (const [name, listener] of entries) window.removeEventListener(name, listener)
    }
  }, [goTo, store])

  if (!isOver) return null
  return (
    <div className={classes['over']}>
      <p className={classes['sign']}>
        <IconFileImport size={28} aria-hidden />
        {t('imports.drop')}
      </p>
    </div>
  )
}
