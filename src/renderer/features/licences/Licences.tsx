import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { use, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions, useApp } from '../../store/app-context.ts'
import { placeBefore } from '../../store/app-state.ts'
import classes from './Licences.module.css'
import { loadLicences } from './load-licences.ts'

// Loaded with this view, which is itself loaded when it is asked for.
const loading = loadLicences()

/** Whose work this app contains, and under which terms. */
export function Licences() {
  const { t } = useTranslation()
  const { store } = useApp()
  const { leaveFor } = useActions()
  const titleId = useId()
  const licences = use(loading)
  return (
    <section className={classes['place']} aria-labelledby={titleId}>
      <header className={classes['header']}>
        <h1 id={titleId}>{t('licences.title')}</h1>
        <Button
          variant="subtle"
          size="compact-sm"
          data-autofocus
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() => leaveFor(placeBefore(store.state.getState()))}
        >
          {t('licences.close')}
        </Button>
        <p className={classes['intro']}>{t('licences.intro')}</p>
      </header>
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
    </section>
  )
}
