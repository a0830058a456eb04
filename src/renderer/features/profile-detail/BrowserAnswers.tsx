import { Button } from '@mantine/core'
import type { ProfileId } from '../../../shared/profile.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useApp } from '../../store/app-context.ts'
import { AddressToRegister } from './AddressToRegister.tsx'
import { Disclosure } from './Disclosure.tsx'
import classes from './SignInCard.module.css'

/** The pages at which people get stuck, and what to do in each: the app can't see them. */
export function BrowserAnswers({ profile }: { readonly profile: ProfileView }) {
  const { t } = useTexts()
  const { grant } = profile.settings
  return (
    <Disclosure title={t('signIn.see.title')}>
      <div className={classes['answers']}>
        <Disclosure title={t('signIn.see.redirect.title')} term={t('signIn.see.redirect.term')}>
          <p>{t('signIn.see.redirect.what')}</p>
          {'redirectAddress' in grant && <AddressToRegister address={grant.redirectAddress} />}
          <p>{t('signIn.see.redirect.more')}</p>
        </Disclosure>
        <Disclosure title={t('signIn.see.permission.title')}>
          <p>{t('signIn.see.permission.what')}</p>
        </Disclosure>
        <Disclosure title={t('signIn.see.administrator.title')}>
          <p>{t('signIn.see.administrator.what')}</p>
          <p>{t('signIn.see.administrator.more')}</p>
        </Disclosure>
        <Disclosure title={t('signIn.see.account.title')}>
          <p>{t('signIn.see.account.what')}</p>
          <p>{t('signIn.see.account.more')}</p>
          <AnotherAccount id={profile.id} />
        </Disclosure>
        <Disclosure title={t('signIn.see.nothing.title')}>
          <p>{t('signIn.see.nothing.what')}</p>
          <p>{t('signIn.see.nothing.more')}</p>
        </Disclosure>
        <Disclosure title={t('signIn.see.unreachable.title')}>
          <p>{t('signIn.see.unreachable.what')}</p>
          <p>{t('signIn.see.unreachable.more')}</p>
        </Disclosure>
        <Disclosure title={t('signIn.see.elsewhere.title')}>
          <p>{t('signIn.see.elsewhere.what')}</p>
        </Disclosure>
      </div>
    </Disclosure>
  )
}

/** Ends this sign-in and begins another, at which the server lets the user choose. */
function AnotherAccount({ id }: { readonly id: ProfileId }) {
  const { t } = useTexts()
  const { store } = useApp()
  return (
    <Button
      variant="default"
      size="compact-sm"
      // Not as this component's request: it outlives it.
      onClick={() => void store.run('signInAsSomebodyElse', { id })}
    >
      {t('signIn.another')}
    </Button>
  )
}
