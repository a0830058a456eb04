import type { ReactNode } from 'react'
import classes from './FullPage.module.css'

interface Props {
  readonly title: string
  readonly text: string
  readonly role?: 'alert' | 'status'
  readonly children?: ReactNode
}

/** One message in the middle of the window. */
export function FullPage({ title, text, role, children }: Props) {
  return (
    <main className={classes['page']}>
      <div className={classes['message']} role={role}>
        <h1>{title}</h1>
        <p>{text}</p>
        {children}
      </div>
    </main>
  )
}
