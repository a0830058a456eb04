import { Button, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import { useSentences } from '../../i18n/use-texts.ts'
import { Page } from '../shell/Page.tsx'
import { Inspection } from './Inspection.tsx'
import classes from './InspectToken.module.css'
import { useInspection } from './use-inspection.ts'

/** Reads any token that is pasted. The text lives in this component and goes with it. */
export function InspectToken() {
  const { t } = useSentences()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const reading = useInspection(text)
  return (
    <Page
      title={t('claims.inspect.title')}
      intro={t('claims.inspect.intro')}
      close={t('claims.inspect.close')}
    >
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
    </Page>
  )
}
