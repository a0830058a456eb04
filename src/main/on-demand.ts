import { shell } from 'electron'
import type { Language } from '../shared/language.ts'
import type { SettingsFinder } from './engine/find-settings.ts'
import type { Browser, RedirectListener, Verifier } from './engine/ports.ts'
import type { Translate } from './i18n/i18n.ts'
import { createHttp } from './platform/http.ts'
import type { RedirectPage } from './platform/redirect-page.ts'

/** Parts whose code is loaded at their first use, because a start and a renewal need none of it. */
interface PartsOnDemand {
  readonly browser: Browser
  readonly redirectListener: RedirectListener
  readonly verifier: Verifier
  readonly finder: SettingsFinder
}

export function createPartsOnDemand(t: Translate, languageNow: () => Language): PartsOnDemand {
  return {
    browser: createBrowserOnDemand(),
    redirectListener: {
      listen: async (request, signal) => {
        const { createRedirectListener } = await import('./platform/redirect-listener.ts')
        const textOf = (page: RedirectPage) => ({
          title: t(`redirectPage.${page}.title`),
          body: t(`redirectPage.${page}.body`),
        })
        const texts = { language: languageNow(), textOf }
        return createRedirectListener({ texts }).listen(request, signal)
      },
    },
    verifier: {
      verify: async (...call) => {
        const { createVerifier } = await import('./platform/signer.ts')
        return createVerifier().verify(...call)
      },
    },
    finder: createFinder(),
  }
}

/** Keeps one browser, because it limits how many pages are opened. */
function createBrowserOnDemand(): Browser {
  let loading: Promise<Browser> | undefined
  async function load(): Promise<Browser> {
    const { createBrowser } = await import('./platform/browser.ts')
    return createBrowser((checked) => shell.openExternal(checked))
  }
  return {
    open: async (address) => {
      loading ??= load()
      await (await loading).open(address)
    },
  }
}

function createFinder(): SettingsFinder {
  let loading: Promise<SettingsFinder> | undefined
  async function load(): Promise<SettingsFinder> {
    const { createSettingsFinder } = await import('./engine/find-settings.ts')
    return createSettingsFinder(createHttp({ timeout: 15_000, maxBody: 256 * 1024 }))
  }
  return {
    find: async (typed) => {
      loading ??= load()
      return (await loading).find(typed)
    },
    cancel: () => void loading?.then((finder) => finder.cancel()),
  }
}
