import type { AppError } from '../../../shared/errors.ts'
import type { Preset } from '../../../shared/preset.ts'
import {
  type FieldProblem,
  fieldProblems,
  profileDraft,
  requiredSecrets,
  type SecretName,
} from '../../../shared/profile.ts'
import { draftOf, isBlank, parameterSecret } from './draft.ts'
import type { FormValues } from './values.ts'

/** What is wrong, by the form's field: `tokenEndpoint`, `extraParameters.0.name` … */
export type Problems = ReadonlyMap<string, FieldProblem>

const isFieldProblem = (text: string): text is FieldProblem =>
  fieldProblems.some((problem) => problem === text)

/** What the user has to mend before main is asked. */
export function problemsIn(
  values: FormValues,
  preset: Preset | undefined,
  savedSecrets: readonly SecretName[],
): Problems {
  if (preset === undefined) return new Map([['presetId', 'required']])
  const draft = draftOf(values, preset, savedSecrets)
  const problems = new Map<string, FieldProblem>()
  const add = (path: string, problem: FieldProblem) => {
    if (!problems.has(path)) problems.set(path, problem)
  }
  const parsed = profileDraft.safeParse(draft)
  for (const { path, message } of parsed.error?.issues ?? []) {
    add(fieldOf(path.join('.'), values), isFieldProblem(message) ? message : 'invalid')
  }
  const known = new Set<string>(savedSecrets)
  for (const name of requiredSecrets(draft.settings)) {
    const sent = draft.secrets[name]
    const isThere = sent === undefined ? known.has(name) : sent !== null
    if (!isThere) add(fieldOf(`secrets.${name}`, values), 'required')
  }
  return problems
}

/** What main found wrong with the draft; nothing, if the error is about something else. */
export function problemsOf(error: AppError, values: FormValues): Problems {
  switch (error.code) {
    case 'profile-invalid':
      return new Map(error.fields.map(({ path, problem }) => [fieldOf(path, values), problem]))
    case 'secrets-missing':
      return new Map(error.names.map((name) => [fieldOf(`secrets.${name}`, values), 'required']))
    default:
      return new Map()
  }
}

/** The form's field for a path of the draft: rows left blank are not in the draft. */
function fieldOf(path: string, values: FormValues): string {
  const rows = values.extraParameters
  const [part, ...rest] = path.split('.')
  if (part === 'secrets') {
    const name = rest.join('.')
    const index = rows.findIndex((row) => row.secret && parameterSecret(row) === name)
    return index < 0 ? name : `extraParameters.${index}.value`
  }
  const [field, position, ...end] = rest
  if (field !== 'extraParameters' || position === undefined) return rest.join('.')
  const row = rows.filter((candidate) => !isBlank(candidate))[Number(position)]
  const index = row === undefined ? Number(position) : rows.indexOf(row)
  return ['extraParameters', index, ...end].join('.')
}
