/** RFC 6749 §2.3.1: id and secret form-encoded, then RFC 7617. */
export function basicHeader(client: {
  readonly clientId: string
  readonly clientSecret: string
}): string {
  const encode = (text: string) => new URLSearchParams({ '': text }).toString().slice(1)
  const pair = `${encode(client.clientId)}:${encode(client.clientSecret)}`
  return `Basic ${Buffer.from(pair).toString('base64')}`
}
