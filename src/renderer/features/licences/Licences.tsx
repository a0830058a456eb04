import { use } from 'react'
import { z } from 'zod'
import { useTexts } from '../../i18n/use-texts.ts'
import { Page } from '../shell/Page.tsx'
import classes from './Licences.module.css'

const licence = z.strictObject({
  name: z.string(),
  version: z.string(),
  /** An SPDX expression. */
  licence: z.string(),
  text: z.string(),
})
type Licence = z.infer<typeof licence>

const written = z.object({ licences: z.array(licence).readonly() })

/** Loads the packages that are shipped, as the build has written them beside the page. */
async function loadLicences(): Promise<readonly Licence[]> {
  // A variable, so that the compiler does not resolve the file before it is written.
  const address = '/licences.js'
  return written.parse(await import(/* @vite-ignore */ address)).licences
}

// Loaded with this view, which is itself loaded when it is asked for.
const loading = loadLicences()

/** The packages in this app and their licences. */
export function Licences() {
  const { t } = useTexts()
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
