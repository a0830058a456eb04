import { type ReactNode, useId } from 'react'
import type { Fact as FactText } from '../../i18n/token-holder.ts'
import classes from './Facts.module.css'

interface PartProps {
  readonly title: string
  /** The field's own word, where it differs from the title. */
  readonly term?: string
  readonly children: ReactNode
}

/** One question about a token, and what answers it. */
export function Part({ title, term, children }: PartProps) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={classes['title']}>
        {title}
        {term !== undefined && <small> {term}</small>}
      </h2>
      {children}
    </section>
  )
}

interface FactProps {
  readonly label: string
  /** The field's own word, where it differs from the label. */
  readonly term?: string
  readonly children: ReactNode
}

/** One line of an answer: what it is about, and what there is to say. */
export function Fact({ label, term, children }: FactProps) {
  return (
    <div className={classes['fact']}>
      <dt>
        {label}
        {term !== undefined && <small> {term}</small>}
      </dt>
      <dd>{children}</dd>
    </div>
  )
}

/** A fact, and below it further details. */
export function Told({ fact: { text, more } }: { readonly fact: FactText }) {
  return (
    <>
      <span className={classes['lines']}>{text}</span>
      {more !== null && <small className={classes['beside']}>{more}</small>}
    </>
  )
}
