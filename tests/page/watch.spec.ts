import { expect, test } from './support/test.ts'

test('the page gets the policy that the app sends, and a breach of it is noticed', async ({
  window,
  address,
  complaints,
}) => {
  const answer = await window.request.get(address)
  expect(answer.headers()['content-security-policy']).toContain("default-src 'none'")
  expect(complaints).toEqual([])
  await window.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'globalThis.ran = true'
    document.body.append(script)
  })
  await expect.poll(() => complaints.join()).toContain('policy: script-src-elem inline')
  expect(await window.evaluate(() => 'ran' in globalThis)).toBe(false)
})

test('an answer that the page can not use is noticed', async ({ window, complaints }) => {
  await window.evaluate(() => {
    const { tellListeners } = globalThis as unknown as { tellListeners(text: string): void }
    setTimeout(() => tellListeners('{'))
  })
  await expect.poll(() => complaints.join()).toMatch(/JSON/)
})
