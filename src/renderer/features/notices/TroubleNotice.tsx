import { errorText } from '../../i18n/app-error.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { useActions, useAppState } from '../../store/app-context.ts'
import { Notice } from './Notice.tsx'

/** Shows why the last action failed. */
export function TroubleNotice() {
  const trouble = useAppState((state) => state.trouble)
  const { dismiss } = useActions()
  const { t } = useSentences()
  if (trouble === null) return null
  return (
    <Notice kind="trouble" onDismiss={() => dismiss('trouble')}>
      {errorText(t, trouble)}
    </Notice>
  )
}
