import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const folder = '.github/ISSUE_TEMPLATE'
const forms = readdirSync(folder).filter((name) => name !== 'config.yml')

const text = z.string().min(1)
const validations = z.strictObject({ required: z.boolean() }).optional()
const field = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: text }) }),
  z.strictObject({
    type: z.enum(['input', 'textarea']),
    id: text,
    attributes: z.strictObject({
      label: text,
      description: text.optional(),
      placeholder: text.optional(),
      render: text.optional(),
    }),
    validations,
  }),
  z.strictObject({
    type: z.literal('dropdown'),
    id: text,
    attributes: z.strictObject({ label: text, options: z.array(text).min(1) }),
    validations,
  }),
  z.strictObject({
    type: z.literal('checkboxes'),
    id: text,
    attributes: z.strictObject({
      label: text,
      options: z.array(z.strictObject({ label: text, required: z.boolean() })).min(1),
    }),
  }),
])
const form = z.strictObject({
  name: text,
  description: text,
  labels: z.array(text),
  body: z.array(field).min(1),
})

describe('an issue form', () => {
  test.each(forms)('%s is one that GitHub accepts', (name) => {
    expect(() => form.parse(parse(readFileSync(`${folder}/${name}`, 'utf8')))).not.toThrow()
  })

  test.each(forms)('%s warns of secrets before anything is typed, and asks again', (name) => {
    const { body } = form.parse(parse(readFileSync(`${folder}/${name}`, 'utf8')))
    const [first] = body
    expect(first?.type === 'markdown' && first.attributes.value).toMatch(/^\*\*Do not paste/)
    const boxes = body.flatMap((part) =>
      part.type === 'checkboxes' ? part.attributes.options : [],
    )
    expect(boxes.filter(({ required }) => required)).not.toEqual([])
  })
})
