import type { IncomingMessage } from 'node:http'
import type { Configuration, KoaContextWithOIDC, Provider } from 'oidc-provider'
import { type Language, languages, nearestLanguage } from '../../shared/language.ts'
import { contentSecurityPolicy, formAction, type PageLanguage } from './page.ts'
import { pageTexts } from './page-texts.ts'
import { findPerson, persons } from './persons.ts'
import {
  type CodeProblem,
  codePage,
  comparePage,
  consentPage,
  endPage,
  errorPage,
  personsPage,
} from './sign-in-pages.ts'

/** Returns the language of a page for the `ui_locales` of a request (OpenID Connect Core §3.1.2.1). */
export type LanguageOf = (uiLocales: unknown) => PageLanguage

/** Chooses `ui_locales` before the language of the app. */
export function createLanguageOf(appLanguage: () => Language): LanguageOf {
  return (uiLocales) => {
    const asked = typeof uiLocales === 'string' ? uiLocales.split(' ') : []
    const language = nearestLanguage([...asked, appLanguage()])
    return { language, texts: pageTexts[language] }
  }
}

export const supportedLocales: readonly string[] = languages

const path = '/sign-in/'
const maxForm = 4096

async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > maxForm) return undefined
    chunks.push(bytes)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>
type Result = Parameters<Provider['interactionResult']>[2]

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

function pageOf({ prompt, params, session }: Interaction, inLanguage: PageLanguage): string {
  const person = findPerson(session?.accountId)
  if (prompt.name !== 'consent' || person === undefined) {
    return personsPage(inLanguage, persons, findPerson(params['login_hint']))
  }
  const redirect = textOf(params['redirect_uri'])
  return consentPage(inLanguage, {
    person,
    other: persons.find((each) => each !== person),
    scopes: textOf(params['scope']).split(' ').filter(Boolean),
    returnsTo: URL.canParse(redirect) ? new URL(redirect).host || redirect : undefined,
  })
}

/** Keeps the scopes that the person allows, all that were asked for, and returns the grant's ID. */
async function saveGrant(provider: Provider, interaction: Interaction): Promise<string> {
  const { grantId, params, prompt, session } = interaction
  const earlier = grantId === undefined ? undefined : await provider.Grant.find(grantId)
  const grant =
    earlier ??
    new provider.Grant({
      accountId: session?.accountId ?? '',
      clientId: textOf(params['client_id']),
    })
  const { missingOIDCScope, missingOIDCClaims, missingResourceScopes } = prompt.details as {
    readonly missingOIDCScope?: string[]
    readonly missingOIDCClaims?: string[]
    readonly missingResourceScopes?: Readonly<Record<string, string[]>>
  }
  if (missingOIDCScope !== undefined) grant.addOIDCScope(missingOIDCScope.join(' '))
  if (missingOIDCClaims !== undefined) grant.addOIDCClaims(missingOIDCClaims)
  for (const [resource, scopes] of Object.entries(missingResourceScopes ?? {})) {
    grant.addResourceScope(resource, scopes.join(' '))
  }
  return grant.save()
}

/** Returns the result of a click, or `undefined` for a form that no page of ours sends. */
async function resultOf(
  provider: Provider,
  interaction: Interaction,
  form: URLSearchParams,
): Promise<Result | undefined> {
  if (form.has('refuse')) {
    return { error: 'access_denied', error_description: 'the person did not allow it' }
  }
  const person = findPerson(form.get('person'))
  if (person !== undefined) {
    // Not remembered: the cookie of the practice session ends with the browser.
    return { login: { accountId: person.email, remember: false }, select_account: {} }
  }
  const isAllowed = form.has('allow') && interaction.prompt.name === 'consent'
  return isAllowed ? { consent: { grantId: await saveGrant(provider, interaction) } } : undefined
}

type Context = Parameters<Parameters<Provider['use']>[0]>[0]
type WithOidc = Partial<Pick<KoaContextWithOIDC, 'oidc'>>

/** Sends the page of a sign-in under way, or carries out a click on it. */
async function serveSignIn(
  provider: Provider,
  ctx: Context,
  languageOf: LanguageOf,
): Promise<unknown> {
  let interaction: Interaction
  try {
    interaction = await provider.interactionDetails(ctx.req, ctx.res)
  } catch {
    ctx.status = 400
    ctx.body = endPage(languageOf(undefined), 'over')
    return "'self'"
  }
  const { params, prompt } = interaction
  if (ctx.method === 'POST') {
    const form = await readForm(ctx.req)
    const result = form && (await resultOf(provider, interaction, form))
    if (result !== undefined) {
      const mergeWithLastSubmission = prompt.name === 'consent' && 'consent' in result
      const to = await provider.interactionResult(ctx.req, ctx.res, result, {
        mergeWithLastSubmission,
      })
      ctx.status = 303
      ctx.redirect(to)
      return undefined
    }
    ctx.status = 400
  }
  ctx.body = pageOf(interaction, languageOf(params['ui_locales']))
  return params['redirect_uri']
}

/**
 * Adds `consent` to the prompts of a request for offline access. This server asks for consent in any
 * case, so it may grant it (OpenID Connect Core §11); the provider wants the word.
 */
function allowOfflineAccess(ctx: Context, authorizationPath: string): void {
  const { scope, prompt } = ctx.query
  const prompts = textOf(prompt).split(' ').filter(Boolean)
  const isMeant =
    ctx.method === 'GET' &&
    ctx.path === authorizationPath &&
    !Array.isArray(prompt) &&
    textOf(scope).split(' ').includes('offline_access') &&
    !prompts.some((word) => word === 'none' || word === 'consent')
  if (isMeant) ctx.query = { ...ctx.query, prompt: [...prompts, 'consent'].join(' ') }
}

/** Adds the pages on which a person signs in, and the headers of all pages, to the provider. */
export function addSignIn(provider: Provider, languageOf: LanguageOf): void {
  const authorizationPath = new URL(provider.urlFor('authorization')).pathname

  provider.use(async (ctx, next) => {
    ctx.set({
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      // The address of a page names a sign-in; a form's `Origin` stays readable.
      'referrer-policy': 'strict-origin',
    })
    allowOfflineAccess(ctx, authorizationPath)
    let target: unknown
    if (ctx.path.startsWith(path) && ['GET', 'HEAD', 'POST'].includes(ctx.method)) {
      target = await serveSignIn(provider, ctx, languageOf)
    } else {
      await next()
      target = (ctx as WithOidc).oidc?.params?.['redirect_uri']
    }
    const policy = ctx.response.get('content-security-policy')
    ctx.set('content-security-policy', `${policy}; form-action ${formAction(target)}`)
  })
}

const problems: Readonly<Record<string, CodeProblem>> = {
  NotFoundError: 'unknown',
  NoCodeError: 'missing',
  ExpiredError: 'expired',
  AlreadyUsedError: 'used',
}

type DeviceFlow = NonNullable<NonNullable<Configuration['features']>['deviceFlow']>
type Pages = Required<
  Pick<DeviceFlow, 'userCodeInputSource' | 'userCodeConfirmSource' | 'successSource'>
>

/** Returns the pages of the device flow (RFC 8628 §3.3). */
export function devicePages(languageOf: LanguageOf): Pages {
  const languageIn = ({ oidc }: KoaContextWithOIDC) =>
    languageOf((oidc.deviceCode?.params ?? oidc.params)?.['ui_locales'])
  const formOf = ({ oidc }: KoaContextWithOIDC) => ({
    action: oidc.urlFor('code_verification'),
    xsrf: textOf(oidc.session?.state?.['secret']),
  })
  return {
    userCodeInputSource(ctx, _form, _out, error) {
      const inLanguage = languageIn(ctx)
      if (error === undefined) {
        ctx.body = codePage(inLanguage, formOf(ctx))
      } else if (error.name === 'AbortedError') {
        ctx.body = endPage(inLanguage, 'refused')
      } else if (error.name === 'SessionNotFound') {
        ctx.body = endPage(inLanguage, 'over')
      } else {
        const kind = problems[error.name] ?? 'wrong'
        const typed = 'userCode' in error ? textOf(error.userCode) : ''
        ctx.body = codePage(inLanguage, formOf(ctx), { kind, typed })
      }
    },
    userCodeConfirmSource(ctx, _form, _client, _deviceInfo, userCode) {
      ctx.body = comparePage(languageIn(ctx), formOf(ctx), userCode)
    },
    successSource(ctx) {
      ctx.body = endPage(languageIn(ctx), 'done')
    },
  }
}

/** Returns the page of errors that can't be sent back to the app. */
export function errorSource(languageOf: LanguageOf): NonNullable<Configuration['renderError']> {
  return (ctx, out, error) => {
    const inLanguage = languageOf((ctx as WithOidc).oidc?.params?.['ui_locales'])
    ctx.type = 'html'
    ctx.body =
      error.name === 'SessionNotFound'
        ? endPage(inLanguage, 'over')
        : errorPage(inLanguage, { error: out.error, description: out.error_description ?? '' })
  }
}
