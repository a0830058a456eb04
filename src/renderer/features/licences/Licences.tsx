import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../shell/Place.tsx'
import classes from './Licences.module.css'
import { loadLicences } from './load-licences.ts'

// Loaded with this view, which is itself loaded when it is asked for.
const loading = loadLicences()

/** Whose work this app contains, and under which terms. */
export function Licences() {
  const { t } = useTranslation()
  const licences = use(loading)
  return (
    <Page title={t('licences.title')} intro={t('licences.intro')} close={t('licences.close')}>
      <ul className={classes['list']}>
        {licences.map(({ name, version, licence, text }) => (
          <li key={`${name} ${version}`}>
            <details className={classes['package']}>
              <summary>
                <span className={classes['name']}>{name}</span>
                <span className={classes['terms']}>{`${version} · ${licence}`}</span>
              </summary>
              <pre className={classes['text']}>{text}</pre>
            </details>
          </li>
        ))}
      </ul>
    </Page>
  )
}
