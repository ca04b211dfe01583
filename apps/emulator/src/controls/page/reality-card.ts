import { html, type Html } from '../../kernel/html.ts'
import { azureReality, type Reality } from '../../kernel/reality.ts'
import { realityNames, realitySchemas, realityTexts } from '../../kernel/reality-fields.ts'
import type { World } from '../../kernel/world.ts'
import { select } from './requests-table.ts'

/** The switches: which differ from Azure at a glance, all of them in a form. */
export function realityCard({ reality }: World): Html {
  const changed = realityNames.filter((name) => String(reality[name]) !== String(azureReality[name]))
  return html`<section class="card" aria-labelledby="reality-title">
    <h2 id="reality-title">Reality</h2>
    ${
      changed.length === 0
        ? html`<p>Every switch stands as in Azure.</p>`
        : html`<dl>
            ${changed.map(
              (name) =>
                html`<dt>${realityTexts[name].label}</dt>
                  <dd>${valueText(reality[name])}</dd>`,
            )}
          </dl>`
    }
    <details>
      <summary>Change switches</summary>
      <form method="post" action="/_emulator">
        <input type="hidden" name="do" value="reality" />
        ${realityNames.map((name) => field(name, reality))}
        <div class="actions"><button class="primary">Set switches</button></div>
      </form>
    </details>
  </section>`
}

function field(name: keyof Reality, reality: Reality): Html {
  const { label, help } = realityTexts[name]
  const id = `reality-${name}`
  return html`<label for="${id}">${label}</label> ${control(name, id, reality)}
    <p class="help" id="${id}-help">${help}</p>`
}

function control(name: keyof Reality, id: string, reality: Reality): Html {
  const value = reality[name]
  if (typeof value === 'number') {
    return html`<input
      type="number"
      step="any"
      min="0"
      id="${id}"
      name="${name}"
      value="${value}"
      required
      aria-describedby="${id}-help"
    />`
  }
  if (typeof value === 'boolean') {
    return select(name, onOff, String(value), id, `${id}-help`)
  }
  if (typeof value === 'string') {
    const schema = realitySchemas[name]
    const options =
      'options' in schema
        ? schema.options.map((option) => [option, choiceLabels[option] ?? option] as const)
        : []
    return select(name, options, value, id, `${id}-help`)
  }
  return html`<textarea id="${id}" name="${name}" rows="2" aria-describedby="${id}-help">
${value.join('\n')}</textarea>`
}

const onOff = [
  ['false', 'Off'],
  ['true', 'On'],
] as const

const choiceLabels: Record<string, string> = {
  small: 'Small',
  medium: 'Medium',
  large: 'Large',
  off: 'Off',
  continuousAccess: 'Continuous access',
  multifactorOnWrites: 'Multifactor on ARM writes',
  anyId: 'Any id claim',
  projectId: 'project_id',
}

function valueText(value: Reality[keyof Reality]): string {
  if (typeof value === 'boolean') return value ? 'On' : 'Off'
  if (typeof value === 'object') return value.join(', ')
  return typeof value === 'string' ? (choiceLabels[value] ?? value) : value.toLocaleString('en')
}
