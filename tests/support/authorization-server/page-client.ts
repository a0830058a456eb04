/** The address or the form with which the browser leaves the server. */
export interface Return {
  /** Without query and fragment. */
  readonly address: string
  readonly method: 'GET' | 'POST'
  readonly parameters: URLSearchParams
}

export interface ShownPage {
  readonly url: string
  readonly status: number
  readonly headers: Headers
  readonly source: string
  /** What a person reads, with single spaces. */
  readonly text: string
}

/** A browser without a screen: it keeps cookies, follows redirects and sends forms. */
export interface PageClient {
  /** Resolves with the page that is shown in the end, or how the browser left the server. */
  open(url: string): Promise<ShownPage | Return>
  /** Clicks the only button whose text contains `text`, on the page that is shown. */
  click(text: string, typed?: Readonly<Record<string, string>>): Promise<ShownPage | Return>
  /** Sends any form to the page that is shown, as no page of the server does. */
  send(form: Readonly<Record<string, string>>): Promise<ShownPage | Return>
  /** How many clicks there were. */
  clicks(): number
}

export function isReturn(end: ShownPage | Return): end is Return {
  return 'parameters' in end
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
}
const decode = (text: string) =>
  text.replace(/&(#?\w+);/g, (whole, name) => entities[name] ?? whole)

function attribute(tag: string, name: string): string | undefined {
  const [, value] = new RegExp(`\\s${name}="([^"]*)"`).exec(tag) ?? []
  return value === undefined ? undefined : decode(value)
}

function textOf(source: string): string {
  const body = source.replace(/<(style|script|head)\b[\s\S]*?<\/\1>/g, ' ')
  return decode(body.replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}

interface Form {
  readonly action: string | undefined
  readonly inputs: readonly (readonly [string, string])[]
  readonly buttons: readonly { readonly text: string; readonly tag: string }[]
}

function fieldsOf({ inputs }: Form): URLSearchParams {
  const fields = new URLSearchParams()
  for (const [name, value] of inputs) fields.append(name, value)
  return fields
}

function formsIn(source: string): readonly Form[] {
  return [...source.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/g)].map(
    ([, open = '', inner = '']) => ({
      action: attribute(open, 'action'),
      inputs: [...inner.matchAll(/<input\b[^>]*>/g)].map(([tag]) => [
        attribute(tag, 'name') ?? '',
        attribute(tag, 'value') ?? '',
      ]),
      buttons: [...inner.matchAll(/(<button\b[^>]*>)([\s\S]*?)<\/button>/g)].map(
        ([, tag = '', text = '']) => ({ tag, text: textOf(text) }),
      ),
    }),
  )
}

/** Throws unless the page's own policy lets its form end at this address, as Chromium would. */
function checkFormAction(page: ShownPage, target: string): void {
  const policy = page.headers.get('content-security-policy') ?? ''
  const sources = /form-action ([^;]*)/.exec(policy)?.[1]?.split(' ') ?? []
  const { origin, protocol } = new URL(target)
  const isAllowed =
    sources.includes(origin) ||
    sources.includes(protocol) ||
    (sources.includes("'self'") && origin === new URL(page.url).origin)
  if (!isAllowed) throw new Error(`form-action stops the way to ${origin}`)
}

/**
 * Creates a client for the pages of the server with this origin. The pages of a server that is not
 * ours may lack a policy.
 */
export function createPageClient(
  origin: string,
  { needsPolicy = true }: { readonly needsPolicy?: boolean } = {},
): PageClient {
  const cookies = new Map<string, { readonly value: string; readonly path: string }>()
  let shown: ShownPage | undefined
  let clicks = 0

  function cookieHeader(url: URL): string {
    return [...cookies]
      .filter(
        ([, { path }]) =>
          url.pathname === path || url.pathname.startsWith(path.replace(/\/?$/, '/')),
      )
      .map(([name, { value }]) => `${name.split(';')[0]}=${value}`)
      .join('; ')
  }

  function keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      const path = /;\s*path=([^;]+)/i.exec(line)?.[1] ?? '/'
      const key = `${name};${path}`
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(key)
      else cookies.set(key, { value, path })
    }
  }

  function leave(url: URL, method: Return['method'], parameters: URLSearchParams): Return {
    return { address: url.origin + url.pathname, method, parameters }
  }

  async function load(
    address: string,
    body: URLSearchParams | undefined,
    from: ShownPage | undefined,
  ): Promise<ShownPage | Return> {
    const url = new URL(address)
    if (from !== undefined && needsPolicy) checkFormAction(from, url.href)
    if (url.origin !== origin) {
      return leave(url, body ? 'POST' : 'GET', body ?? url.searchParams)
    }
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      headers: { accept: 'text/html', cookie: cookieHeader(url) },
      redirect: 'manual',
      ...(body && { body }),
    })
    keepCookies(response)
    const location = response.headers.get('location')
    if (location !== null) return load(new URL(location, url).href, undefined, from)
    const source = await response.text()
    const { status, headers } = response
    const page = { url: url.href, status, headers, source, text: textOf(source) }
    const [form] = formsIn(source)
    // A page that sends itself.
    if (source.includes('forms[0].submit()') && form !== undefined) {
      const inputs = fieldsOf(form)
      return load(new URL(form.action ?? url.href, url).href, inputs, page)
    }
    shown = page
    return page
  }

  return {
    open: (url) => load(url, undefined, undefined),
    send: (form) => load(shown?.url ?? origin, new URLSearchParams(form), undefined),
    async click(text, typed = {}) {
      const page = shown
      if (page === undefined) throw new Error('no page is shown')
      const found = formsIn(page.source).flatMap((form) =>
        form.buttons
          .filter((button) => button.text.includes(text))
          .map(({ tag }) => ({ form, tag })),
      )
      const [only] = found
      if (only === undefined || found.length > 1) {
        throw new Error(`${found.length} buttons “${text}” on: ${page.text}`)
      }
      clicks += 1
      const body = fieldsOf(only.form)
      for (const [name, value] of Object.entries(typed)) body.set(name, value)
      const name = attribute(only.tag, 'name')
      if (name !== undefined) body.append(name, attribute(only.tag, 'value') ?? '')
      return load(new URL(only.form.action ?? page.url, page.url).href, body, page)
    },
    clicks: () => clicks,
  }
}
