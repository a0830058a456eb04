import { readFile, writeFile } from 'node:fs/promises'
import { answerCases } from '../support/corpus/all-cases.ts'
import { compareClients, tableOf } from './compare.ts'

const page = new URL('../../docs/answers.md', import.meta.url)
const markedTable = /(<!-- scores -->\n)[\s\S]*(<!-- \/scores -->)/

/**
 * Prints how every client does with the corpus. Of the arguments, `--write` puts the table
 * into the documentation, `--missed` names the cases that a client got wrong.
 */
export async function run(options: readonly string[]): Promise<void> {
  // A library warns about every answer that it does not like, with the answer's text.
  console.warn = () => {}
  const scores = await compareClients(answerCases)
  const table = tableOf(scores, answerCases, new Date().toISOString().slice(0, 10))
  console.log(table)
  if (options.includes('--missed')) {
    for (const { name, missed } of scores) console.log(`\n${[name, ...missed].join('\n  ')}`)
  }
  if (!options.includes('--write')) return
  const text = await readFile(page, 'utf8')
  await writeFile(page, text.replace(markedTable, `$1\n${table}\n\n$2`))
}
