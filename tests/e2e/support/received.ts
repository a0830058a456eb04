import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Canaries } from '../../support/leaks/canaries.ts'
import { draftWithSecrets } from '../../support/leaks/drafts.ts'
import { withSettings } from '../../support/profiles/settings.ts'
import type { App } from './app.ts'
import { ask, get } from './ask.ts'
import { choosePath } from './backup.ts'
import { expect } from './test.ts'
import { createTestApp } from './test-app.ts'

interface Environment {
  /** Of a server that gives tokens at `/token`. */
  readonly origin: string
  /** Where a share file is written to. */
  readonly folder: string
  readonly look: () => Promise<unknown>
}

/** A value for a POSIX shell. */
const quoted = (value: string) => `'${value.replaceAll("'", `'\\''`)}'`

/** Texts with a secret in the right place, and once more where else a value could stand. */
function textsWithSecrets(canaries: Canaries, url: string): readonly string[] {
  const [secret, password] = [canaries.clientSecret.text, canaries.unicodePassword.text]
  const other = canaries.header.text
  return [
    `curl ${url}/${secret}?note=${secret} -u client:${quoted(secret)} -H 'x-api-key: ${other}' -A ${other} --frobnicate=${other} -b s=${other} -d grant_type=password -d username=ada --data-urlencode ${quoted(`password=${password}`)} -d scope=${secret} -d x=${secret}`,
    `Invoke-RestMethod -Uri ${url} -Method Post -Headers @{ Authorization = 'Bearer ${other}' } -Body @{ client_id = 'client'; client_secret = '${secret}'; api_key = '${other}' }`,
    `curl ${url} -d 'client_secret=${secret}`,
    `curl ${quoted(other)}`,
    JSON.stringify({
      ti: secret,
      cn: secret,
      ci: 'client',
      cs: secret,
      pu: `${url}/`,
      ot: 'token',
    }),
    JSON.stringify({
      name: secret,
      values: [
        { key: 'token_url', value: `${url}?code=${secret}` },
        { key: 'client_id', value: 'client' },
        { key: 'client_secret', value: secret },
        { key: 'note', value: other },
      ],
      _postman_variable_scope: 'environment',
    }),
    JSON.stringify({ format: 'token-desk-share', version: 1, profile: { name: secret } }),
    `{"ci":"client","cs":"${secret}",`,
    other,
  ]
}

/**
 * Sets up profiles from what could be received, by hand and by requests, shares one and opens
 * a file that is none of ours.
 */
export async function goThroughReceived(
  app: App,
  canaries: Canaries,
  { origin, folder, look }: Environment,
): Promise<void> {
  const { page, electron } = app
  const testApp = createTestApp(page)
  const url = `${origin}/token`
  await testApp.button('Paste a cURL command').click()
  const password = `password=${canaries.unicodePassword.text}`
  await testApp
    .field('cURL command')
    .fill(
      `curl ${url} -u client:${quoted(canaries.clientSecret.text)} -d grant_type=password -d username=ada --data-urlencode ${quoted(password)}`,
    )
  await expect(page.getByRole('region', { name: /understood/ })).toBeVisible()
  await look()
  await testApp.field('Name').fill('Received')
  await testApp.button('Create profile').click()
  await expect(testApp.row('Received')).toBeVisible()
  await testApp.expectState('Valid')
  await look()
  await testApp.button('Duplicate').click()
  await expect(testApp.field('Name')).toHaveValue('Received (2)')
  await look()
  await testApp.button('Cancel').click()

  for (const text of textsWithSecrets(canaries, url)) {
    const read = await get(page, 'readImport', { text })
    if (read.kind === 'nothing') continue
    const draft = draftWithSecrets(canaries, { name: 'From a text', tokenEndpoint: url })
    const { clientSecret: _, ...secrets } = draft.secrets
    const made = await ask(page, 'createFromImport', {
      text,
      which: 0,
      draft: { ...draft, secrets },
    })
    if (made.ok) await ask(page, 'obtainToken', made.value)
    // One that is refused, with secrets in the fields for secrets.
    const settings = withSettings(draft.settings, { name: '' })
    await ask(page, 'createFromImport', { text, which: 0, draft: { ...draft, settings } })
  }

  const { id } = await get(page, 'createProfile', {
    draft: draftWithSecrets(canaries, { name: 'Shared', tokenEndpoint: url }),
  })
  await choosePath(app, path.join(folder, 'shared.tokendesk'))
  expect(await get(page, 'shareProfile', { id })).toEqual({ saved: true })
  await get(page, 'deleteProfile', { id })

  const elsewhere = await mkdtemp(path.join(tmpdir(), 'received-'))
  for (const [index, text] of textsWithSecrets(canaries, url).entries()) {
    const file = path.join(elsewhere, `${index}.tokendesk`)
    await writeFile(file, text)
    await electron.evaluate(({ app: running }, opened) => {
      running.emit('open-file', { preventDefault: () => {} }, opened)
    }, file)
    await expect(page.getByRole('alert')).toBeVisible()
    await look()
    await testApp.button('Cancel').click()
  }
  await rm(elsewhere, { recursive: true })
}
