import { z } from 'zod'

export interface Sent {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

interface Message {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' }

/** Sends exactly this and follows nothing. */
export async function send(url: string, message: Message = {}): Promise<Sent> {
  const { method = 'POST', headers = {}, body = null } = message
  const response = await fetch(url, { method, headers, body, redirect: 'manual' })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** Sends a form, as `curl -d` does. */
export function sendForm(
  url: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Sent> {
  const body = new URLSearchParams(form).toString()
  return send(url, { headers: { ...formHeaders, ...headers }, body })
}

/** RFC 7617 with id and secret as they are, as `curl --user` does. */
export function rawBasic(id: string, secret: string): { readonly authorization: string } {
  return { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` }
}

/** The refresh token of a 200 answer in strict JSON. */
export function refreshTokenOf({ text }: Sent): string {
  return z.object({ refresh_token: z.string() }).parse(JSON.parse(text)).refresh_token
}
