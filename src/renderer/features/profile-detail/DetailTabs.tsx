import { Tabs } from '@mantine/core'
import { lazy, Suspense } from 'react'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { ActivityPanel } from './ActivityPanel.tsx'
import classes from './DetailTabs.module.css'
import { OverviewPanel } from './OverviewPanel.tsx'

const ClaimsPanel = lazy(async () => {
  const { ClaimsPanel } = await import('./ClaimsPanel.tsx')
  return { default: ClaimsPanel }
})

const TestPanel = lazy(async () => {
  const { TestPanel } = await import('../token-test/TestPanel.tsx')
  return { default: TestPanel }
})

export function DetailTabs({ profile }: { readonly profile: ProfileView }) {
  const { t } = useSentences()
  return (
    <Tabs defaultValue="overview" keepMounted={false} className={classes['tabs']}>
      <Tabs.List>
        <Tabs.Tab value="overview">{t('detail.tabs.overview')}</Tabs.Tab>
        <Tabs.Tab value="claims">{t('detail.tabs.claims')}</Tabs.Tab>
        <Tabs.Tab value="activity">{t('detail.tabs.activity')}</Tabs.Tab>
        <Tabs.Tab value="test">{t('detail.tabs.test')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="overview" className={classes['panel']}>
        <OverviewPanel profile={profile} />
      </Tabs.Panel>
      <Tabs.Panel value="claims" className={classes['panel']}>
        <Suspense>
          <ClaimsPanel profile={profile} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="activity" className={classes['panel']}>
        <ActivityPanel profile={profile} />
      </Tabs.Panel>
      <Tabs.Panel value="test" className={classes['panel']}>
        <Suspense>
          <TestPanel profile={profile} />
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  )
}
