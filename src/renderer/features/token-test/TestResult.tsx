import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { ApiAnswer, TokenTest } from '../../../shared/token-test.ts'
import { tokenTestText } from '../../i18n/token-test.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import classes from './TestPanel.module.css'

const icons = { good: IconCircleCheck, bad: IconAlertTriangle, unclear: IconInfoCircle } as const

/** The server's response to the token, in plain words first. */
export function TestResult({ test }: { readonly test: TokenTest }) {
  const { t } = useTexts()
  const { tone, title, what } = tokenTestText(t, test)
  const Icon = icons[tone]
  const section = useRef<HTMLElement>(null)
  // It comes below what was clicked, often out of sight.
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <section
      ref={section}
      className={classes['result']}
      data-tone={tone}
      aria-label={t('tokenTest.result')}
    >
      <div className={classes['head']}>
        <Icon size={22} aria-hidden className={classes['icon']} />
        <div>
          <h2>{title}</h2>
          {what.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      </div>
      {test.kind === 'answer' && <Body answer={test} />}
    </section>
  )
}

function Body({ answer: { body, contentType } }: { readonly answer: ApiAnswer }) {
  const { t } = useTexts()
  if (body.kind === 'empty') return <p className={classes['rest']}>{t('tokenTest.bodyEmpty')}</p>
  if (body.kind === 'too-large') {
    return <p className={classes['rest']}>{t('tokenTest.bodyTooLarge')}</p>
  }
  if (body.kind === 'not-text') {
    return <p className={classes['rest']}>{t('tokenTest.bodyNotText', { count: body.bytes })}</p>
  }
  return (
    <div className={classes['rest']}>
      <h3>
        {t('tokenTest.firstLines')}
        {contentType !== null && <small> {contentType}</small>}
      </h3>
      {/* Always plain text: no part of a response is rendered as a page. */}
      <pre className={classes['lines']}>{body.text}</pre>
      <p className={classes['soft']}>
        {body.isCut && `${t('tokenTest.cut')} `}
        {body.isWebPage && `${t('tokenTest.webPage')} `}
        {t('tokenTest.masked')}
      </p>
    </div>
  )
}
