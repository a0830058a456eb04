import { type UseFormReturnType, useForm } from '@mantine/form'
import { type RefObject, useEffect, useState } from 'react'
import type { AppError } from '../../../shared/errors.ts'
import type { Preset } from '../../../shared/preset.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useActions, useApp, useRequest } from '../../store/app-context.ts'
import { namesIn } from '../../store/app-state.ts'
import { draftOf } from './draft.ts'
import { presetFor } from './preset-for.ts'
import { type Problems, problemsIn, problemsOf } from './problems.ts'
import {
  copyOf,
  emptyValues,
  type FormValues,
  presetValues,
  savedSecretsFor,
  valuesOf,
} from './values.ts'

export type ProfileFormApi = UseFormReturnType<FormValues>
type Saving = 'save' | 'save-and-get'

/** The form of a profile: what is typed, what is wrong with it, and its sending. */
export function useProfileForm(
  presets: readonly Preset[],
  profile: ProfileView | undefined,
  element: RefObject<HTMLFormElement | null>,
  model?: ProfileView,
) {
  const { t } = useTexts()
  const { save, setTyped } = useActions()
  const { run: obtainToken } = useRequest('obtainToken')
  const [refusal, setRefusal] = useState<AppError | null>(null)
  const [isSaving, setSaving] = useState<Saving | null>(null)
  const [attempt, setAttempt] = useState({ number: 0, problemCount: 0 })
  const { store } = useApp()
  const [initialValues] = useState(() => {
    if (model !== undefined) return copyOf(model, namesIn(store.state.getState()))
    return profile === undefined ? emptyValues : valuesOf(profile)
  })
  const form = useForm<FormValues>({ initialValues })
  const chosen = presets.find(({ id }) => id === form.values.presetId)
  const preset = chosen === undefined ? undefined : presetFor(chosen, profile ?? model)
  const savedSecrets = savedSecretsFor(profile, form.values.presetId)

  const hasTyped = form.isDirty()
  useEffect(() => setTyped(hasTyped), [hasTyped, setTyped])
  useEffect(() => () => setTyped(false), [setTyped])

  // The focus goes to the first wrong field of each attempt, once it is marked.
  useEffect(() => {
    if (attempt.problemCount === 0) return
    element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [attempt, element])

  function show(problems: Problems): void {
    const errors = [...problems].map(([path, problem]) => [path, t(`form.problem.${problem}`)])
    form.setErrors(Object.fromEntries(errors))
    setAttempt(({ number }) => ({ number: number + 1, problemCount: problems.size }))
  }

  function chooseProvider(id: string): void {
    const provider = presets.find((each) => each.id === id)
    if (provider === undefined) return
    const values = presetValues(provider, profile ?? model)
    form.setValues(values)
    // The user did not type the values that the provider fills in.
    form.resetDirty({ ...emptyValues, ...values })
    show(new Map())
  }

  async function submit(how: Saving): Promise<void> {
    if (isSaving !== null) return
    const values = form.getValues()
    setRefusal(null)
    const problems = problemsIn(values, preset, savedSecrets)
    show(problems)
    if (problems.size > 0 || preset === undefined) return

    setSaving(how)
    const result = await save(profile?.id ?? null, draftOf(values, preset, savedSecrets))
    setSaving(null)
    if (result.ok) {
      if (how === 'save-and-get') void obtainToken({ id: result.value })
      return
    }
    const refused = problemsOf(result.error, values)
    if (refused.size === 0) setRefusal(result.error)
    else show(refused)
  }

  const { problemCount } = attempt
  return { form, preset, savedSecrets, refusal, isSaving, problemCount, chooseProvider, submit }
}
