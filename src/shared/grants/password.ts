import { z } from 'zod'
import type { FieldProblem } from '../field-problem.ts'
import { parameterName, text } from '../text-field.ts'
import type { GrantDefinition } from './grant-definition.ts'

const settings = z.strictObject({
  kind: z.literal('password'),
  userName: text(2000).min(1, 'required' satisfies FieldProblem),
  /** The name of the parameter that carries the user name. */
  userNameField: parameterName,
})

/** The resource owner password credentials grant (RFC 6749 §4.3). */
export const password = {
  wireName: 'password',
  settings,
  personal: ['userName'],
  incomplete: settings.extend({ userName: settings.shape.userName.exactOptional() }),
  secrets: ['password'],
  renewal: 'silent-after-success',
  owner: 'user',
  parameterNames: ['userNameField'],
  purpose: 'obtaining',
} as const satisfies GrantDefinition<'password'>
