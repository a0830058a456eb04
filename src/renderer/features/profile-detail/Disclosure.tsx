import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Disclosure.module.css'

interface Props {
  readonly title: string
  /** The field's own word for it. */
  readonly term?: string
  readonly children: ReactNode
  readonly onToggle?: (isOpen: boolean) => void
}

/** A part that is collapsed until the user opens it. */
export function Disclosure({ title, term, children, onToggle }: Props) {
  return (
    <details
      className={classes['disclosure']}
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
    >
      <summary className={classes['title']}>
        <IconChevronRight size={16} aria-hidden className={classes['chevron']} />
        <span>
          {title}
          {term !== undefined && <small> {term}</small>}
        </span>
      </summary>
      <div className={classes['content']}>{children}</div>
    </details>
  )
}
