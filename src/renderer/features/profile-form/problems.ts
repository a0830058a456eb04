import type { AppError } from '../../../shared/errors.ts'
import { type FieldProblem, fieldProblems } from '../../../shared/field-problem.ts'
import type { Preset } from '../../../shared/preset.ts'
import { profileDraft, requiredSecrets, type SecretName } from '../../../shared/profile.ts'
import type { Translate } from '../../language.ts'
import { draftOf } from './draft.ts'
import { extraLists, isBlank, isToTypeAnew, secretOf } from './extra-rows.ts'
import { shownFields } from './shown-fields.ts'
import type { FormValues } from './values.ts'

/** Problems by the form's field: `tokenEndpoint`, `extraHeaders.0.name` … */
export type Problems = ReadonlyMap<string, FieldProblem>

const isFieldProblem = (text: string): text is FieldProblem =>
  fieldProblems.some((problem) => problem === text)

/** Returns the problems that the user has to solve before anything is sent to main. */
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
  for (const { code, path, message } of parsed.error?.issues ?? []) {
    // A secret under a name that can't be: the name itself was found wrong as well.
    if (code === 'invalid_key') continue
    add(fieldOf(path.join('.'), values), isFieldProblem(message) ? message : 'invalid')
  }
  const known = new Set<string>(savedSecrets)
  for (const name of requiredSecrets(draft.settings)) {
    const sent = draft.secrets[name]
    const isThere = sent === undefined ? known.has(name) : sent !== null
    if (!isThere) add(fieldOf(`secrets.${name}`, values), 'required')
  }
  for (const path of fieldsToTypeAnew(values, preset)) add(path, 'required')
  return problems
}

/** Left empty, they would take the place of a saved secret, which would be gone. */
function fieldsToTypeAnew(values: FormValues, preset: Preset): readonly string[] {
  const shown = shownFields(preset, values)
  return extraLists
    .filter((list) => shown.has(list))
    .flatMap((list) =>
      values[list].flatMap((row, index) =>
        isToTypeAnew(list, row) ? [`${list}.${index}.value`] : [],
      ),
    )
}

/** Returns the problems of an error about the draft; none, if it is about something else. */
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

/** Fields that are named when they are left empty; another one gets the text for any field. */
const namedFields = [
  'authorizationEndpoint',
  'deviceAuthorizationEndpoint',
  'tokenEndpoint',
  'redirectAddress',
  'clientId',
  'clientSecret',
  'userName',
  'userNameField',
  'password',
  'refreshToken',
] as const

/** Returns the fields that are required and empty, in the order of the form. */
export function missingFields(
  ...form: [FormValues, Preset, readonly SecretName[]]
): readonly (typeof namedFields)[number][] {
  const problems = problemsIn(...form)
  return namedFields.filter((field) => problems.get(field) === 'required')
}

/** Returns the text shown at a field of the form. */
export function problemText(t: Translate, field: string, problem: FieldProblem): string {
  const missing = (['presetId', ...namedFields] as const).find(
    (each) => problem === 'required' && each === field,
  )
  return missing === undefined ? t(`form.problem.${problem}`) : t(`form.missing.${missing}`)
}

/** The form's field for a path of the draft. */
function fieldOf(path: string, values: FormValues): string {
  const [part, ...rest] = path.split('.')
  return part === 'secrets'
    ? fieldOfSecret(rest.join('.'), values)
    : fieldOfSetting(rest.join('.'), values)
}

function fieldOfSecret(name: string, values: FormValues): string {
  for (const list of extraLists) {
    const index = values[list].findIndex((row) => row.secret && secretOf(list, row) === name)
    if (index >= 0) return `${list}.${index}.value`
  }
  return name
}

/** The form's fields for settings of another name there. */
const fieldNames: Readonly<Record<string, string>> = {
  'client.id': 'clientId',
  'client.authentication.method': 'clientAuthentication',
  'grant.kind': 'grantType',
}

/** Rows left blank are not in the draft. */
function fieldOfSetting(path: string, values: FormValues): string {
  if (Object.hasOwn(fieldNames, path)) return fieldNames[path] ?? path
  const [field = '', ...rest] = path.replace(/^(client\.authentication|\w+)\./, '').split('.')
  const [position, ...end] = rest
  const list = extraLists.find((each) => each === field)
  if (list === undefined || position === undefined) return [field, ...rest].join('.')
  const row = values[list].filter((candidate) => !isBlank(candidate))[Number(position)]
  const index = row === undefined ? Number(position) : values[list].indexOf(row)
  return [list, index, ...end].join('.')
}
