import type { Claim } from '../../../shared/token.ts'
import { permissionsIn, saidHolder, saidServices } from '../../i18n/token-holder.ts'
import { useSentences } from '../../i18n/use-sentences.ts'
import { Fact, Part, Told } from '../token/Facts.tsx'
import { ScopeList } from '../token/ScopeList.tsx'

/** What most people want to know of a pasted token, before all that it says. */
export function TokenGlance({ claims }: { readonly claims: readonly Claim[] }) {
  const { t, moments } = useSentences()
  const services = saidServices(claims)
  const end = claims.find(({ name, repeated }) => name === 'exp' && !repeated)?.date ?? null
  const scope = permissionsIn(claims)
  const notSaid = { text: t('holder.notSaid'), more: null }
  return (
    <>
      <Part title={t('claims.inspect.glance')}>
        <dl>
          <Fact label={t('detail.overview.holder')} term={t('detail.overview.holderTerm')}>
            <Told fact={saidHolder(t, claims, null) ?? notSaid} />
          </Fact>
          <Fact label={t('detail.overview.service')} term={t('detail.overview.serviceTerm')}>
            <Told
              fact={services.length === 0 ? notSaid : { text: services.join('\n'), more: null }}
            />
          </Fact>
          <Fact label={t('detail.overview.expires')} term={t('detail.overview.localTime')}>
            {end === null ? t('holder.notSaid') : moments.exact(end)}
          </Fact>
        </dl>
      </Part>
      {scope.length > 0 && (
        <Part title={t('detail.overview.what')} term={t('detail.overview.scopeTerm')}>
          <ScopeList words={scope} />
        </Part>
      )}
    </>
  )
}
