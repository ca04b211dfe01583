import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compileTrust, type Preset, presets } from './index.ts'

test('the table of presets in the README is true', () => {
  const rows = presets.map(
    ({ id, fieldKeys, fieldGuides, certainty, docsUrl, factsAsOf }) =>
      `| \`${id}\` | ${fieldKeys.map((key) => `\`${key}\``).join(' ')} | ${variantsOf(fieldGuides)} | ${certainty} | ${factsAsOf} | ${docsUrl} |`,
  )
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const section = readme.split('## Presets')[1]?.split('\n## ')[0] ?? ''
  const written = section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.replace(/ +/g, ' '))
  expect(written).toEqual(rows)
})

/** Every closed choice of a form is a variant of its claims. */
function variantsOf(guides: Preset['fieldGuides']): string {
  const choices = Object.values(guides).flatMap(({ options }) => (options === undefined ? [] : [options]))
  return choices.map((options) => options.map(({ value }) => `\`${value}\``).join(' ')).join(', ') || '–'
}

test.each(presets)(
  '$id has a guide for each field, defaults that its schema knows, and an example that passes',
  (preset) => {
    expect(Object.keys(preset.fieldGuides)).toEqual(preset.fieldKeys)
    expect(Object.keys(preset.defaults)).toEqual(preset.fieldKeys)
    const example = Object.fromEntries(
      Object.entries(preset.fieldGuides).map(([key, guide]) => [key, guide.example]),
    )
    const { trusts, warnings } = compileTrust(preset.id, example)
    expect(trusts.length).toBeGreaterThan(0)
    expect(warnings.filter(({ code }) => code === 'field-refused' || code === 'value-too-long')).toEqual([])
  },
)

test.each(presets)('the schema of $id refuses an empty form on every needed field, in words', (preset) => {
  const issues = preset.fields.safeParse(preset.defaults).error?.issues ?? []
  expect(issues.length).toBeGreaterThan(0)
  expect(issues.filter((issue) => !/ is empty\. Type it, such as /.test(issue.message))).toEqual([])
})
