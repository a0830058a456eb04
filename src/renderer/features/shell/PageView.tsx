import { lazy, Suspense } from 'react'
import { assertNever } from '../../../shared/assert-never.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useAppState } from '../../store/app-context.ts'
import { ProfileDetail } from '../profile-detail/ProfileDetail.tsx'
import classes from './PageView.module.css'

const ProfileForm = lazy(async () => {
  const { ProfileForm } = await import('../profile-form/ProfileForm.tsx')
  return { default: ProfileForm }
})

const InspectToken = lazy(async () => {
  const { InspectToken } = await import('../inspect/InspectToken.tsx')
  return { default: InspectToken }
})

const ImportPage = lazy(async () => {
  const { ImportPage } = await import('../import/ImportPage.tsx')
  return { default: ImportPage }
})

const Licences = lazy(async () => {
  const { Licences } = await import('../licences/Licences.tsx')
  return { default: Licences }
})
const Security = lazy(async () => {
  const { Security } = await import('../security/Security.tsx')
  return { default: Security }
})
const Backup = lazy(async () => {
  const { Backup } = await import('../backup/Backup.tsx')
  return { default: Backup }
})

const Settings = lazy(async () => {
  const { Settings } = await import('../settings/Settings.tsx')
  return { default: Settings }
})

/** The chosen page. */
export function PageView() {
  const page = useAppState((state) => state.page)
  const { t } = useTexts()
  switch (page.kind) {
    case 'nothing':
      return <p className={classes['nothing']}>{t('list.choose')}</p>
    case 'profile':
      return <ProfileDetail key={page.id} id={page.id} />
    case 'new-profile':
      return (
        <Suspense>
          <ProfileForm key={`new ${page.copyOf}`} id={null} copyOf={page.copyOf ?? null} />
        </Suspense>
      )
    case 'edit-profile':
      return (
        <Suspense>
          <ProfileForm key={page.id} id={page.id} />
        </Suspense>
      )
    case 'import':
      return (
        <Suspense>
          <ImportPage dropped={page.file ?? null} />
        </Suspense>
      )
    case 'inspect':
      return (
        <Suspense>
          <InspectToken />
        </Suspense>
      )
    case 'licences':
      return (
        <Suspense>
          <Licences />
        </Suspense>
      )
    case 'security':
      return (
        <Suspense>
          <Security />
        </Suspense>
      )
    case 'backup':
      return (
        <Suspense>
          <Backup />
        </Suspense>
      )
    case 'settings':
      return (
        <Suspense>
          <Settings />
        </Suspense>
      )
    default:
      return assertNever(page)
  }
}
