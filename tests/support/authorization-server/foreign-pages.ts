import type { IncomingMessage } from 'node:http'
import type { Configuration, Provider } from 'oidc-provider'

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

function page(heading: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${heading}</title><h1>${heading}</h1>${body}</html>`
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>
type Result = Parameters<Provider['interactionResult']>[2]

const buttons = (name: string) =>
  `<button name="do" value="go">${name}</button><button name="do" value="refuse">Refuse</button>`

function signInPage({ prompt, params, session }: Interaction): string {
  if (prompt.name !== 'consent') {
    const hint = escapeHtml(textOf(params['login_hint']))
    return page(
      'Foreign sign-in',
      `<form method="post"><label>Account <input name="account" value="${hint}"></label>${buttons('Sign in')}</form>`,
    )
  }
  const who = escapeHtml(session?.accountId ?? '')
  const scope = escapeHtml(textOf(params['scope']))
  return page(
    'Foreign consent',
    `<p>${who} allows: ${scope}</p><form method="post">${buttons('Allow')}</form>`,
  )
}

async function saveGrant(provider: Provider, interaction: Interaction): Promise<string> {
  const { grantId, params, prompt, session } = interaction
  const grant =
    (grantId === undefined ? undefined : await provider.Grant.find(grantId)) ??
    new provider.Grant({
      accountId: session?.accountId ?? '',
      clientId: textOf(params['client_id']),
    })
  const details = prompt.details as {
    readonly missingOIDCScope?: string[]
    readonly missingOIDCClaims?: string[]
    readonly missingResourceScopes?: Readonly<Record<string, string[]>>
  }
  if (details.missingOIDCScope) grant.addOIDCScope(details.missingOIDCScope.join(' '))
  if (details.missingOIDCClaims) grant.addOIDCClaims(details.missingOIDCClaims)
  for (const [resource, scopes] of Object.entries(details.missingResourceScopes ?? {})) {
    grant.addResourceScope(resource, scopes.join(' '))
  }
  return grant.save()
}

async function resultOf(
  provider: Provider,
  interaction: Interaction,
  form: URLSearchParams,
): Promise<Result> {
  if (form.get('do') === 'refuse') {
    return { error: 'access_denied', error_description: 'The person said no' }
  }
  if (interaction.prompt.name === 'consent') {
    return { consent: { grantId: await saveGrant(provider, interaction) } }
  }
  return { login: { accountId: form.get('account') ?? '' }, select_account: {} }
}

interface PageOptions {
  readonly accountWithoutAccess: string
  readonly formAction: string | undefined
}

/** Adds pages to sign in, and to allow what was asked for, at `/sign-in/…`. */
export function addForeignPages(provider: Provider, options: PageOptions): void {
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/sign-in/')) return next()
    const interaction = await provider.interactionDetails(ctx.req, ctx.res)
    if (options.formAction !== undefined) {
      ctx.set('content-security-policy', `form-action ${options.formAction}`)
    }
    if (ctx.method !== 'POST') {
      ctx.body = signInPage(interaction)
      return undefined
    }
    const form = await readForm(ctx.req)
    if (form.get('account') === options.accountWithoutAccess) {
      ctx.status = 403
      ctx.body = page('No access', '<p>You are not assigned to this application.</p>')
      return undefined
    }
    const to = await provider.interactionResult(
      ctx.req,
      ctx.res,
      await resultOf(provider, interaction, form),
      { mergeWithLastSubmission: true },
    )
    ctx.status = 303
    ctx.redirect(to)
    return undefined
  })
}

type DeviceFlow = NonNullable<NonNullable<Configuration['features']>['deviceFlow']>

/** Adds buttons to a form that comes from the provider. */
const withButtons = (form: string, ...names: readonly string[]) =>
  form.replace('</form>', `${names.join('')}</form>`)

/** The pages of the device flow (RFC 8628 §3.3). */
export const foreignDevicePages: Required<
  Pick<DeviceFlow, 'userCodeInputSource' | 'userCodeConfirmSource' | 'successSource'>
> = {
  userCodeInputSource(ctx, form, _out, error) {
    const problem = error === undefined ? '' : `<p role="alert">${error.name}</p>`
    ctx.body = page('Foreign device', problem + withButtons(form, '<button>Continue</button>'))
  },
  userCodeConfirmSource(ctx, form, _client, _info, code) {
    const refuse = '<button name="abort" value="yes">Refuse</button>'
    const whole = withButtons(form, '<button>Continue</button>', refuse)
    ctx.body = page('Foreign code', `<code>${escapeHtml(code)}</code>${whole}`)
  },
  successSource(ctx) {
    ctx.body = page('Foreign device is signed in', '')
  },
}

/** The page of errors that the browser is not sent back with. */
export const renderForeignError: NonNullable<Configuration['renderError']> = (ctx, { error }) => {
  ctx.type = 'html'
  ctx.body = page('Foreign error', `<p>${escapeHtml(error)}</p>`)
}
