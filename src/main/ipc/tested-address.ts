import { keptApiAddress } from '../../shared/api-address.ts'
import { Failure } from '../../shared/errors.ts'
import { knownApiAddress } from '../../shared/known-api-address.ts'
import type { Preset } from '../../shared/preset.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { TokenTest } from '../../shared/token-test.ts'
import type { Engine } from '../engine/engine-api.ts'

const isAccepted = (test: TokenTest) =>
  test.kind === 'answer' && test.status >= 200 && test.status < 300

/**
 * Tests a profile's token at an address, and lets the profile keep an address that accepted it.
 * Throws what the test throws.
 */
export async function testAndRemember(
  engine: Pick<Engine, 'testToken' | 'profiles' | 'setApiAddress'>,
  presets: readonly Preset[],
  id: ProfileId,
  address: string,
): Promise<TokenTest> {
  const test = await engine.testToken(id, address)
  const profile = engine.profiles().find((each) => each.id === id)
  const isKnown = profile === undefined || knownApiAddress(presets, profile.settings) === address
  if (isKnown || !isAccepted(test) || !keptApiAddress.safeParse(address).success) return test
  try {
    await engine.setApiAddress(id, address)
  } catch (cause) {
    // What the user asked for was done; next time the address has to be typed again.
    if (!(cause instanceof Failure)) throw cause
  }
  return test
}
