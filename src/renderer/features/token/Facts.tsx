import { Button } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { scopeMeaning } from '../../i18n/scope-words.ts'
import type { Fact as FactText } from '../../i18n/token-holder.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import classes from './Facts.module.css'

interface PartProps {
  readonly title: string
  /** The field's own word, where it differs from the title. */
  readonly term?: string
  readonly children: ReactNode
}

/** Shows a question about a token with its answer. */
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

/** Shows one line of an answer: its subject and text. */
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

/** More are shown when they are asked for: some servers grant hundreds. */
const shownAtFirst = 12

/**
 * The permissions of a token: each scope value with its meaning, always visible, so that no mouse
 * is needed; then the values that only the service can explain.
 */
export function ScopeList({
  words,
  isRequested = false,
}: {
  readonly words: readonly string[]
  readonly isRequested?: boolean
}) {
  const { t } = useSentences()
  const [showsAll, setShowsAll] = useState(false)
  if (words.length === 0) {
    return <p className={classes['scope']}>{t('detail.overview.noScope')}</p>
  }
  const explained = words.map((word) => ({ word, meaning: scopeMeaning(t, word) }))
  const inOrder = [
    ...explained.filter(({ meaning }) => meaning !== null),
    ...explained.filter(({ meaning }) => meaning === null),
  ]
  const shown = showsAll ? inOrder : inOrder.slice(0, shownAtFirst)
  const own = shown.filter(({ meaning }) => meaning === null)
  return (
    <div className={classes['scope']}>
      {isRequested && <p className={classes['note']}>{t('detail.overview.requestedNote')}</p>}
      <ul className={classes['known']}>
        {shown.map(
          ({ word, meaning }) =>
            meaning !== null && (
              <li key={word}>
                <Word word={word} isRequested={isRequested} /> <span>{meaning}</span>
              </li>
            ),
        )}
      </ul>
      {own.length > 0 && (
        <div className={classes['own']}>
          <ul>
            {own.map(({ word }) => (
              <li key={word}>
                <Word word={word} isRequested={isRequested} />
              </li>
            ))}
          </ul>
          <p>{t('detail.overview.ownScopes')}</p>
        </div>
      )}
      {shown.length < inOrder.length && (
        <Button
          className={classes['more'] ?? ''}
          variant="subtle"
          size="compact-sm"
          onClick={() => setShowsAll(true)}
        >
          {t('detail.overview.showAllScopes', { count: inOrder.length })}
        </Button>
      )}
    </div>
  )
}

function Word({ word, isRequested }: { readonly word: string; readonly isRequested: boolean }) {
  const { t } = useSentences()
  return (
    <span className={classes['word']}>
      <code className={classes['chip']}>{word}</code>
      {isRequested && <small className={classes['mark']}>{t('detail.overview.requested')}</small>}
    </span>
  )
}
