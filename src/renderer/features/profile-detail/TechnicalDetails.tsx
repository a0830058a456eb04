import type { ProfileView } from '../../../shared/profile-view.ts'
import type { FailedRequest } from '../../i18n/failed-request.ts'
import { providerName } from '../../i18n/provider-name.ts'
import { technicalDetails } from '../../i18n/technical-details.ts'
import { useSentences } from '../../i18n/use-sentences.ts'
import { useAppState } from '../../store/app-context.ts'
import { profilesStateIn } from '../../store/app-state.ts'
import { Disclosure } from './Disclosure.tsx'
import classes from './TechnicalDetails.module.css'

interface Props {
  readonly profile: ProfileView
  readonly failure: FailedRequest
}

/** The evidence of a failure in the field's own words. */
export function TechnicalDetails({ profile, failure }: Props) {
  const { t, moments } = useSentences()
  const presets = useAppState((state) => profilesStateIn(state)?.presets) ?? []
  const provider = providerName(t, presets, profile)
  return (
    <Disclosure title={t('technical.title')}>
      <dl className={classes['details']}>
        {technicalDetails(t, profile, failure, moments, provider).map((detail) => (
          <div key={detail.label}>
            <dt>
              {detail.label}
              {detail.term !== null && <small> {detail.term}</small>}
            </dt>
            <dd>
              {detail.code !== null && <code>{detail.code}</code>} {detail.text}
            </dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}
