import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FullPage } from './FullPage.tsx'

export function Broken() {
  const { t } = useTranslation()
  return (
    <FullPage title={t('app.broken')} text={t('app.brokenHint')} role="alert">
      <Button onClick={() => window.location.reload()}>{t('app.reload')}</Button>
    </FullPage>
  )
}
