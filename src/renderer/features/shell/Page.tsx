import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { useActions, useApp } from '../../store/app-context.ts'
import { pageBefore } from '../../store/app-state.ts'
import classes from './Page.module.css'

interface Props {
  readonly title: string
  readonly intro?: string
  readonly close: string
  /** True if the page consists of parts with their own headings. */
  readonly hasParts?: boolean
  readonly children: ReactNode
}

/** A page beside the profiles: its title and purpose, and the way back. */
export function Page({ title, intro, close, hasParts = false, children }: Props) {
  const { store } = useApp()
  const { leaveFor } = useActions()
  const titleId = useId()
  return (
    <section
      className={classes['page']}
      data-parts={hasParts || undefined}
      aria-labelledby={titleId}
    >
      <header className={classes['header']}>
        <h1 id={titleId}>{title}</h1>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() => leaveFor(pageBefore(store.state.getState()))}
        >
          {close}
        </Button>
        {intro !== undefined && <p className={classes['intro']}>{intro}</p>}
      </header>
      {children}
    </section>
  )
}
