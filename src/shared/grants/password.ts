import { z } from 'zod'
import type { FieldProblem } from '../field-problem.ts'
import { parameterName, text } from '../text-field.ts'

const settings = z.strictObject({
  kind: z.literal('password'),
  userName: text(2000).min(1, 'required' satisfies FieldProblem),
  /** The name of the parameter that carries the user name. */
  userNameField: parameterName,
})

export const password = {
  settings,
  incomplete: settings.extend({ userName: settings.shape.userName.exactOptional() }),
}
