import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Disclosure.module.css'

interface Props {
  readonly title: string
  readonly children: ReactNode
}

/** Folded away until somebody wants it. */
export function Disclosure({ title, children }: Props) {
  return (
    <details className={classes['disclosure']}>
      <summary className={classes['title']}>
        <IconChevronRight size={16} aria-hidden className={classes['chevron']} />
        {title}
      </summary>
      <div className={classes['content']}>{children}</div>
    </details>
  )
}
