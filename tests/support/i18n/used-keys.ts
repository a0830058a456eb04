import {
  type CallExpression,
  type Expression,
  isAsExpression,
  isCallExpression,
  isConditionalExpression,
  isIdentifier,
  isNoSubstitutionTemplateLiteral,
  isStringLiteral,
  isTemplateExpression,
  type Node,
} from 'typescript/unstable/ast'
import { API, type Checker, type Project, type Type } from 'typescript/unstable/sync'

export interface Uses {
  /** Every key that the sources can ask for, and some that can't be: they are no keys. */
  readonly keys: ReadonlySet<string>
  /** Places where the compiler can't tell which keys are asked for. */
  readonly unclear: readonly string[]
}

/** The texts that a type allows; `undefined` if there is no end to them. */
function textsOf(type: Type | undefined): readonly string[] | undefined {
  if (type === undefined) return undefined
  if (type.isStringLiteralType() || type.isNumberLiteralType()) return [String(type.value)]
  if (!type.isUnionType()) return undefined
  const texts = type.getTypes().map(textsOf)
  return texts.every((each) => each !== undefined) ? texts.flat() : undefined
}

/** The texts that an expression can have. */
function textsIn(checker: Checker, node: Expression): readonly string[] | undefined {
  if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) return [node.text]
  if (isAsExpression(node)) {
    return textsIn(checker, node.expression) ?? textsOf(checker.getTypeAtLocation(node))
  }
  if (isConditionalExpression(node)) {
    const [yes, no] = [textsIn(checker, node.whenTrue), textsIn(checker, node.whenFalse)]
    return yes && no && [...yes, ...no]
  }
  if (!isTemplateExpression(node)) return textsOf(checker.getTypeAtLocation(node))
  let texts: readonly string[] = [node.head.text]
  for (const { expression, literal } of node.templateSpans) {
    const ends = textsIn(checker, expression)?.map((text) => text + literal.text)
    if (ends === undefined) return undefined
    texts = texts.flatMap((text) => ends.map((end) => text + end))
  }
  return texts
}

function callsOfT(node: Node): readonly CallExpression[] {
  const calls: CallExpression[] = []
  const visit = (each: Node): void => {
    if (isCallExpression(each) && isIdentifier(each.expression) && each.expression.text === 't') {
      calls.push(each)
    }
    each.forEachChild(visit)
  }
  visit(node)
  return calls
}

function usesIn(project: Project, folder: string): Uses {
  const keys = new Set<string>()
  const unclear: string[] = []
  for (const name of project.program.getSourceFileNames()) {
    if (!name.includes(folder)) continue
    const file = project.program.getSourceFile(name)
    if (file === undefined) continue
    for (const {
      arguments: [key],
    } of callsOfT(file)) {
      const texts = key && textsIn(project.checker, key)
      if (texts === undefined) unclear.push(`${name}: t(${key?.getText() ?? ''})`)
      for (const text of texts ?? []) keys.add(text)
    }
  }
  return { keys, unclear }
}

/**
 * What the compiler knows of the keys that the sources in `folder` give to `t`: written out, or
 * put together of texts whose types are unions. `config`: the project they belong to.
 */
export function usedKeys(config: string, folder: string): Uses {
  const api = new API()
  try {
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config)
    if (project === undefined) throw new Error(`there is no project ${config}`)
    return usesIn(project, folder)
  } finally {
    api.close()
  }
}
