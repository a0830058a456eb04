import { createRequire } from 'node:module'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { apartFolder } from '../../../build/isolated-install.mjs'
import { snippetOf } from '../../../src/main/snippets/snippet.ts'
import { isDeep } from '../../support/deep.ts'
import { sampleRequests } from '../../support/snippets/requests.ts'

// No computer of ours runs Excel or PowerShell, so their own grammars read what is made for them.
const requireChecker = createRequire(path.join(apartFolder('checkers'), 'package.json'))
const requests = sampleRequests('https://api.example.com', 200)

interface SyntaxNode {
  readonly type: string
  readonly text: string
  readonly hasError: boolean
  readonly children: readonly (SyntaxNode | null)[]
}

function nodesOf(node: SyntaxNode): readonly SyntaxNode[] {
  return [node, ...node.children.flatMap((child) => (child === null ? [] : nodesOf(child)))]
}

describe.runIf(isDeep)('PowerShell’s grammar', () => {
  let parse: (text: string) => SyntaxNode

  beforeAll(async () => {
    const { Parser, Language } = requireChecker('web-tree-sitter')
    await Parser.init()
    const grammar = requireChecker.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm')
    const parser = new Parser()
    parser.setLanguage(await Language.load(grammar))
    parse = (text) => parser.parse(text).rootNode
  })

  it('reads one assignment and one command, and the texts as they are', () => {
    for (const request of requests) {
      const root = parse(snippetOf('powershell', request) ?? '')
      expect(root.hasError).toBe(false)
      const nodes = nodesOf(root)
      const texts = nodes.filter(({ type }) => type === 'string_literal')
      // Within single quotes (about_Quoting_Rules) a quote is written twice.
      expect(texts.map(({ text }) => text.slice(1, -1).replaceAll("''", "'"))).toEqual([
        `Bearer ${request.token}`,
        request.address,
      ])
      const count = (type: string) => nodes.filter((node) => node.type === type).length
      expect([count('command'), count('assignment_expression'), count('variable')]).toEqual([
        1, 1, 2,
      ])
      expect(count('expandable_string_literal')).toBe(0)
    }
  })
})

describe.runIf(isDeep)('Power Query’s own parser', () => {
  const parsed = z.object({
    resultKind: z.literal('Ok'),
    stage: z.literal('Parse'),
    nodeIdMapCollection: z.object({ astNodeById: z.map(z.number(), z.unknown()) }),
  })
  const textLiteral = z.object({
    kind: z.literal('LiteralExpression'),
    literalKind: z.literal('Text'),
    literal: z.string(),
  })
  const escapes: Readonly<Record<string, string>> = { '#': '#', lf: '\n', cr: '\r', tab: '\t' }

  /** Power Query M, lexical structure: text literals. */
  const textOf = (literal: string) =>
    literal
      .slice(1, -1)
      .replaceAll('""', '"')
      .replace(/#\((#|lf|cr|tab)\)/g, (_, name: string) => escapes[name] ?? '')

  it('reads the expression, and the texts as they are', async () => {
    const { TaskUtils, DefaultSettings } = requireChecker('@microsoft/powerquery-parser')
    for (const request of requests) {
      const text = snippetOf('power-query', request) ?? ''
      const { nodeIdMapCollection } = parsed.parse(
        await TaskUtils.tryLexParse(DefaultSettings, text),
      )
      const literals = [...nodeIdMapCollection.astNodeById.values()].flatMap((node) => {
        const { data } = textLiteral.safeParse(node)
        return data === undefined ? [] : [textOf(data.literal)]
      })
      expect(literals).toEqual([request.address, `Bearer ${request.token}`])
    }
  })
})
