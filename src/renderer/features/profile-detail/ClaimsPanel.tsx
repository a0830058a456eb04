import type { ProfileView } from '../../../shared/profile-view.ts'
import { errorText } from '../../i18n/app-error.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import classes from '../claims/ReadableToken.module.css'
import { ReadableToken } from '../claims/ReadableToken.tsx'
import { Notice } from '../notices/Notice.tsx'
import { useTokenContents } from './use-token-contents.ts'

/** The contents of the token. */
export function ClaimsPanel({ profile }: { readonly profile: ProfileView }) {
  const { t } = useSentences()
  const reading = useTokenContents(profile)
  switch (reading.kind) {
    case 'no-token':
      return <p className={classes['soft']}>{t('claims.noToken')}</p>
    case 'loading':
      return null
    case 'refused':
      return <Notice kind="trouble">{errorText(t, reading.error)}</Notice>
    case 'read':
      return reading.contents.format === 'opaque' ? (
        <OpaqueToken
          what={t('claims.opaque')}
          more={t('claims.opaqueMore', { count: reading.contents.length })}
        />
      ) : (
        <ReadableToken
          contents={reading.contents}
          clockOffset={profile.token?.clockOffset ?? null}
        />
      )
  }
}

interface Props {
  readonly what: string
  readonly more: string
}

/** A token that only its server can read. */
export function OpaqueToken({ what, more }: Props) {
  const { t } = useSentences()
  return (
    <div className={classes['opaque']}>
      <p>
        {what} <small>{t('claims.opaqueTerm')}</small>
      </p>
      <p className={classes['soft']}>{more}</p>
    </div>
  )
}
