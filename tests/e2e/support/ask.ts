import type { Page } from '@playwright/test'
import type { RequestInput, RequestName, RequestOutput } from '../../../src/shared/contract.ts'
import type { Result } from '../../../src/shared/errors.ts'

/** Makes a request of main as the page does. */
export async function ask<Name extends RequestName>(
  page: Page,
  name: Name,
  input: RequestInput<Name>,
): Promise<Result<RequestOutput<Name>>> {
  const answer = await page.evaluate(
    ([request, value]) => {
      const { tokenDesk } = globalThis as unknown as {
        tokenDesk: { request(name: string, input: unknown): Promise<string> }
      }
      return tokenDesk.request(request, value)
    },
    [name, input] as const,
  )
  return JSON.parse(answer)
}

/** The answer's value; throws where main refused. */
export async function get<Name extends RequestName>(
  page: Page,
  name: Name,
  input: RequestInput<Name>,
): Promise<RequestOutput<Name>> {
  const answer = await ask(page, name, input)
  if (!answer.ok) throw new Error(`${name} was refused: ${answer.error.code}`)
  return answer.value
}
