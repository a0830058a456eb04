/**
 * The address of a page that may be opened outside of the app: https, at one of these origins,
 * with nothing that signs in. Whoever names the page has looked as well.
 * @throws {Error} for every other
 */
export function permittedPage(page: string, origins: readonly string[]): string {
  const { protocol, origin, href, username, password } = new URL(page)
  const isPermitted = protocol === 'https:' && origins.includes(origin)
  if (!isPermitted || username !== '' || password !== '') throw new Error('not a permitted page')
  return href
}
