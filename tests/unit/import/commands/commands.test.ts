import { describe, expect, test } from 'vitest'
import { readCase } from '../../../support/import/case.ts'
import { curlCases } from '../../../support/import/commands-curl.ts'
import { placeholderCases } from '../../../support/import/commands-placeholders.ts'
import { posixCases } from '../../../support/import/commands-posix.ts'
import { cmdVariableCases, variableCases } from '../../../support/import/commands-variables.ts'
import { cmdCases, powershellCases } from '../../../support/import/commands-windows.ts'
import { powershellScripts } from '../../../support/import/powershell-scripts.ts'

describe.each([
  ['a POSIX shell', posixCases],
  ['cmd.exe', cmdCases],
  ['PowerShell', powershellCases],
  ['a script of PowerShell', powershellScripts],
  ['a reader', placeholderCases],
  ['curl', curlCases],
  ['a shell with variables', variableCases],
  ['cmd.exe with variables', cmdVariableCases],
])('of commands for %s is understood:', (_shell, cases) => {
  test.each(cases.map((each) => [each.name, each] as const))('%s', (_name, { text, expected }) => {
    expect(readCase(text)).toEqual(expected)
  })
})
