import { describe, expect, test } from 'vitest'
import { readCase } from '../../support/import/case.ts'
import { placeholderCases } from '../../support/import/commands-placeholders.ts'
import { posixCases } from '../../support/import/commands-posix.ts'
import { cmdCases, powershellCases } from '../../support/import/commands-windows.ts'
import { powershellScripts } from '../../support/import/powershell-scripts.ts'

describe.each([
  ['a POSIX shell', posixCases],
  ['cmd.exe', cmdCases],
  ['PowerShell', powershellCases],
  ['a script of PowerShell', powershellScripts],
  ['a reader', placeholderCases],
])('of commands for %s is understood:', (_shell, cases) => {
  test.each(cases.map((each) => [each.name, each] as const))('%s', (_name, { text, expected }) => {
    expect(readCase(text)).toEqual(expected)
  })
})
