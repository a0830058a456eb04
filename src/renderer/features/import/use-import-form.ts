import { useForm } from '@mantine/form'
import { useEffect, useRef, useState } from 'react'
import type { AppError } from '../../../shared/errors.ts'
import type { ImportCandidate } from '../../../shared/import.ts'
import type { Preset } from '../../../shared/preset.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useActions, useApp, useRequest } from '../../store/app-context.ts'
import { namesIn } from '../../store/app-state.ts'
import { draftOf } from '../profile-form/draft.ts'
import { type Problems, problemsIn, problemsOf, problemText } from '../profile-form/problems.ts'
import { uniqueName } from '../profile-form/unique-name.ts'
import { emptyValues, type FormValues } from '../profile-form/values.ts'
import { carriedOver, importPreset, importValues, missingFields } from './import-values.ts'
import { type Reading, useImportReading } from './use-import-reading.ts'

export function candidatesIn(reading: Reading): readonly ImportCandidate[] {
  return reading.kind === 'read' && reading.value.kind === 'profiles'
    ? reading.value.candidates
    : []
}

/** Joins the received text, the fields typed to complete it, and the creation of the profile. */
export function useImportForm(text: string, which: number, presets: readonly Preset[]) {
  const { t } = useTexts()
  const { store } = useApp()
  const { createFromImport } = useActions()
  const { run: obtainToken } = useRequest('obtainToken')
  const { reading, latest } = useImportReading(text)
  const form = useForm<FormValues>({ initialValues: emptyValues })
  const received = useRef(emptyValues)
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set())
  const [refusal, setRefusal] = useState<AppError | 'empty' | null>(null)
  const [isCreating, setCreating] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const candidate = candidatesIn(reading)[which]

  function take(next: ImportCandidate): FormValues {
    const values = importValues(next, presets, namesIn(store.state.getState()))
    const carried = carriedOver(values, received.current, form.getValues())
    const preset = importPreset(values.presetId, next, presets)
    received.current = values
    setMissing(missingFields(values, preset, next))
    form.setValues(carried)
    return carried
  }

  /** Takes a provider that was suggested; a name that the user has not changed becomes its name. */
  function takeProvider({ id, name }: Preset): void {
    form.setFieldValue('presetId', id)
    if (form.getValues().name === received.current.name) {
      form.setFieldValue('name', uniqueName(name, namesIn(store.state.getState())))
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was read is taken once
  useEffect(() => {
    setRefusal(null)
    form.clearErrors()
    if (candidate !== undefined) take(candidate)
  }, [candidate])

  function show(problems: Problems): void {
    const errors = [...problems].map(([path, problem]) => [path, problemText(t, path, problem)])
    form.setErrors(Object.fromEntries(errors))
    setAttempt((number) => number + 1)
  }

  async function create(): Promise<void> {
    if (isCreating) return
    setRefusal(null)
    const now = await latest()
    const chosen = candidatesIn(now)[which]
    if (now.kind !== 'read' || chosen === undefined) {
      if (now.kind === 'empty') setRefusal('empty')
      setAttempt((number) => number + 1)
      return
    }
    const values = chosen === candidate ? form.getValues() : take(chosen)
    const preset = importPreset(values.presetId, chosen, presets)
    const problems = problemsIn(values, preset, chosen.given)
    show(problems)
    if (problems.size > 0 || preset === undefined) return

    setCreating(true)
    const draft = draftOf(values, preset, chosen.given)
    const result = await createFromImport({ text: now.of, which, draft })
    setCreating(false)
    if (result.ok) {
      void obtainToken({ id: result.value })
      return
    }
    const refused = problemsOf(result.error, values)
    if (refused.size === 0) setRefusal(result.error)
    else show(refused)
  }

  const preset = candidate && importPreset(form.values.presetId, candidate, presets)
  return {
    form,
    reading,
    candidate,
    preset,
    missing,
    refusal,
    isCreating,
    attempt,
    create,
    takeProvider,
  }
}
