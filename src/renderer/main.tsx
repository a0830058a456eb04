import './theme/tokens.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createClient, parseTexts } from './client.ts'
import { ErrorBoundary } from './features/shell/FullPage.tsx'
import { Window } from './features/shell/Window.tsx'
import { createLanguage, firstLanguage, followLanguage } from './language.ts'
import { browserEnvironment, createNow } from './now/now.ts'
import { AppProvider } from './store/app-context.ts'
import { regionIn } from './store/app-state.ts'
import { createAppStore } from './store/app-store.ts'
import { reportFirstRows, reportShown } from './store/reports.ts'

const bridge = parseTexts(window.tokenDesk)
const store = createAppStore(bridge, browserEnvironment.clock)
const client = createClient(bridge)
reportShown(store.state, client)
reportFirstRows(store.state, client)
const now = createNow(browserEnvironment)
void store.actions.load()

async function draw(): Promise<void> {
  const root = document.getElementById('root')
  if (root === null) throw new Error('index.html has no #root')

  // Main answers meanwhile.
  const language = await createLanguage(firstLanguage(document.documentElement), () =>
    regionIn(store.state.getState()),
  )
  followLanguage(language, store, document.documentElement)

  createRoot(root).render(
    <StrictMode>
      <AppProvider value={{ store, now, language }}>
        <ErrorBoundary>
          <Window />
        </ErrorBoundary>
      </AppProvider>
    </StrictMode>,
  )
}

// Not awaited: the file of texts imports this one, so awaiting it here would be a deadlock.
void draw()
