import { Button, Textarea } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useId, useRef, useState } from 'react'
import { useSentences } from '../../sentences/use-sentences.ts'
import { useActions, useApp } from '../../store/app-context.ts'
import { placeBefore } from '../../store/app-state.ts'
import { Inspection } from './Inspection.tsx'
import classes from './InspectToken.module.css'
import { useInspection } from './use-inspection.ts'

/** Reads any token that is pasted. The text lives in this component and goes with it. */
export function InspectToken() {
  const { t } = useSentences()
  const { store } = useApp()
  const { leaveFor } = useActions()
  const titleId = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const reading = useInspection(text)
  return (
    <section className={classes['place']} aria-labelledby={titleId}>
      <header className={classes['header']}>
        <h1 id={titleId}>{t('claims.inspect.title')}</h1>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() => leaveFor(placeBefore(store.state.getState()))}
        >
          {t('claims.inspect.close')}
        </Button>
        <p className={classes['intro']}>{t('claims.inspect.intro')}</p>
      </header>
      <Textarea
        ref={field}
        label={t('claims.inspect.label')}
        description={t('claims.inspect.hint')}
        data-autofocus
        autoFocus
        rows={5}
        value={text}
        autoComplete="off"
        spellCheck={false}
        classNames={{ input: classes['text'] ?? '' }}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {text !== '' && (
        <Button
          variant="default"
          className={classes['clear']}
          onClick={() => {
            setText('')
            // This button is gone then.
            field.current?.focus()
          }}
        >
          {t('claims.inspect.clear')}
        </Button>
      )}
      <Inspection reading={reading} />
    </section>
  )
}
