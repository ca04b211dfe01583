import { afterAll, expect, test } from 'vitest'
import { errorOf, startArm } from '../testing/testing-client.ts'
import { payGroup } from '../testing/testing-places.ts'
import {
  deploymentBody,
  deploymentPath,
  identityResource,
  template,
  withVersion,
} from './testing/deploying.ts'

const arm = await startArm()
afterAll(() => arm.emulator.close())

async function validate(body: unknown, path = deploymentPath('checked')) {
  return errorOf(await arm.call('POST', withVersion(`${path}/validate`), { body }))
}

const framed = (sentence: string) => `Deployment template validation failed: '${sentence}'.`

const invalid: [what: string, template: Record<string, unknown>, message: string][] = [
  [
    'a parameter without a value',
    template({ parameters: { name: { type: 'string' } } }),
    framed(
      "The value for the template parameter 'name' at line '1' and column '204' is not provided. Please see https://aka.ms/arm-create-parameter-file for usage details.",
    ),
  ],
  [
    'a default of another type',
    template({ parameters: { count: { type: 'bool', defaultValue: 'yes' } } }),
    framed(
      "Template parameter JToken type is not valid. Expected 'Boolean'. Actual 'String'. Please see https://aka.ms/resource-manager-parameter-files for usage details.",
    ),
  ],
  [
    'a circle',
    template({
      resources: [
        identityResource('id-one', { dependsOn: ['id-two'] }),
        identityResource('id-two', { dependsOn: ['id-one'] }),
      ],
    }),
    framed(
      `Circular dependency detected on resource: '${payGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-one'. Please see https://aka.ms/arm-syntax-resources for usage details.`,
    ),
  ],
  [
    'a dependency that is not there',
    template({
      resources: [
        identityResource('id-one', {
          dependsOn: ["[resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', 'id-two')]"],
        }),
      ],
    }),
    framed(
      "The resource 'Microsoft.ManagedIdentity/userAssignedIdentities/id-two' is not defined in the template. Please see https://aka.ms/arm-syntax-resources for usage details.",
    ),
  ],
  [
    'an expression that cannot be read',
    template({ resources: [identityResource("[concat('id-', 'one']")] }),
    "Deployment template language expression evaluation failed: 'Unable to parse language expression 'concat('id-', 'one'': expected token 'RightParenthesis' and actual 'EndOfData'.'. Please see https://aka.ms/arm-template-expressions for usage details.",
  ],
  [
    'a function that does not exist',
    template({ variables: { x: "[shout('a')]" } }),
    framed(
      "The template variable 'x' is not valid: The template function 'shout' is not valid.. Please see https://aka.ms/arm-functions for usage details.",
    ),
  ],
]

test.each(invalid)('%s is refused', async (_, parts, message) => {
  const refusal = await validate(deploymentBody(parts))
  expect(refusal).toEqual({ status: 400, code: 'InvalidTemplate', message })
})

const sentences: [what: string, template: Record<string, unknown>, part: RegExp][] = [
  [
    'a name with too many segments',
    template({ resources: [identityResource('id-one/extra')] }),
    /^Deployment template validation failed: 'The template resource 'id-one\/extra' for type 'Microsoft\.ManagedIdentity\/userAssignedIdentities' at line '1' and column '\d+' has incorrect segment lengths\./,
  ],
  [
    'the same resource twice',
    template({ resources: [identityResource('id-one'), identityResource('ID-ONE')] }),
    /is defined multiple times in a template\. Please see https:\/\/aka\.ms\/arm-syntax-resources/,
  ],
  [
    'an undeclared parameter in a property',
    template({ resources: [identityResource('id-one', { tags: { a: "[parameters('nope')]" } })] }),
    /is not valid: The template parameter 'nope' is not found\.\. Please see/,
  ],
  [
    'reference() in a name',
    template({ resources: [identityResource("[reference('x').clientId]")] }),
    /The template function 'REFERENCE' is not expected at this location\./,
  ],
  [
    'more outputs than a template may have',
    template({
      outputs: Object.fromEntries(
        Array.from({ length: 65 }, (_, index) => [`o${index}`, { type: 'int', value: index }]),
      ),
    }),
    /The number of template outputs limit exceeded\. Limit: '64' and actual: '65'\./,
  ],
  [
    'loops that multiply',
    template({
      variables: {
        all: {
          copy: [{ name: 'a', count: 800, input: { copy: [{ name: 'b', count: 800, input: 1 }] } }],
        },
      },
    }),
    /The template variable 'all' is not valid: .*its loops run too often/,
  ],
  [
    'text that doubles',
    template({
      variables: Object.fromEntries(
        Array.from({ length: 60 }, (_, index) => [
          `v${index}`,
          index === 0 ? 'ab' : `[concat(variables('v${index - 1}'), variables('v${index - 1}'))]`,
        ]),
      ),
    }),
    /the result is too large/,
  ],
  [
    'a variable that refers to itself',
    template({ variables: { x: "[variables('x')]" } }),
    /The template variable 'x' is not valid: The template variable 'x' refers to itself\./,
  ],
  [
    'an index beyond the end',
    template({ resources: [identityResource('[createArray()[0]]')] }),
    /is not valid: The language expression property array index '0' is out of bounds\.\. Please see/,
  ],
]

test.each(sentences)('%s is refused in a sentence', async (_, parts, part) => {
  const { status, code, message } = await validate(deploymentBody(parts))
  expect([status, code]).toEqual([400, 'InvalidTemplate'])
  expect(message).toMatch(part)
})

const constraints: [declaration: Record<string, unknown>, value: unknown, part: string][] = [
  [
    { type: 'string', allowedValues: ['dev', 'prod'] },
    'stage',
    "not part of the allowed value(s): 'dev,prod'",
  ],
  [{ type: 'string', minLength: 3 }, 'ab', "greater than or equal to '3'"],
  [{ type: 'array', maxLength: 1 }, [1, 2], "less than or equal to '1'"],
  [{ type: 'int', maxValue: 5 }, 6, "less than or equal to '5'"],
]

test.each(constraints)('a parameter declared as %j does not take %j', async (declaration, value, part) => {
  const parts = template({ parameters: { given: declaration } })
  const { code, message } = await validate(deploymentBody(parts, { parameters: { given: value } }))
  expect(code).toBe('InvalidTemplate')
  expect(message).toContain("The provided value for the template parameter 'given' at line '1'")
  expect(message).toContain(part)
})

test('a parameter that the template does not declare is refused', async () => {
  const parts = template({ parameters: { name: { type: 'string', defaultValue: 'x' } } })
  const { message } = await validate(deploymentBody(parts, { parameters: { nmae: 'x' } }))
  expect(message).toBe(
    framed(
      "The template parameters 'nmae' in the parameters file are not valid; they are not present in the original template and can therefore not be provided at deployment time. The only supported parameters for this template are 'name'. Please see https://aka.ms/arm-pass-parameter-values for usage details.",
    ),
  )
})

const unreadable: [what: string, body: unknown, part: string][] = [
  ['text that is not JSON', '{"properties": ', 'Unexpected end of the content'],
  ['no properties', {}, "Required property 'properties' not found in JSON."],
  ['no mode', { properties: { template: template({}) } }, "Required property 'mode' not found in JSON."],
  [
    'a template without a schema',
    deploymentBody({ contentVersion: '1.0.0.0', resources: [] }),
    "Required property '$schema' not found in JSON. Path 'properties.template'",
  ],
  [
    'a template without resources',
    deploymentBody({ ...template({}), resources: null }),
    "Required property 'resources' not found in JSON.",
  ],
  [
    'an unknown part of a template',
    deploymentBody(template({ resource: [] })),
    "Could not find member 'resource' on object of type 'Template'. Path 'properties.template.resource'",
  ],
  [
    'resources that are text',
    deploymentBody(template({ resources: 'none' })),
    "Expected an array as the value. Path 'properties.template.resources'",
  ],
  [
    'an unknown member of a resource',
    deploymentBody(template({ resources: [{ ...identityResource('id-one'), subject: 'x' }] })),
    "Could not find member 'subject' on object of type 'TemplateResource'.",
  ],
]

test.each(unreadable)('%s is refused as content', async (_, body, part) => {
  const { status, code, message } = await validate(body)
  expect([status, code]).toEqual([400, 'InvalidRequestContent'])
  expect(message).toContain(part)
})

const notEmulated: [what: string, properties: Record<string, unknown>][] = [
  ['a template by link', { templateLink: { uri: 'https://contoso.com/template.json' } }],
  ['parameters by link', { parametersLink: { uri: 'https://contoso.com/parameters.json' } }],
  ['a rollback', { template: template({}), onErrorDeployment: { type: 'LastSuccessful' } }],
  [
    'a parameter from a key vault',
    {
      template: template({ parameters: { a: { type: 'string' } } }),
      parameters: { a: { reference: { keyVault: { id: 'x' }, secretName: 'y' } } },
    },
  ],
  ['a function that is not built', { template: template({ variables: { a: "[parseCidr('10.0.0.0/8')]" } }) }],
]

test.each(notEmulated)('%s answers 501', async (_, properties) => {
  const { status, code } = await validate({ properties: { mode: 'Incremental', ...properties } })
  expect([status, code]).toEqual([501, 'NotEmulated'])
})

test('names, locations and api-versions that Azure refuses are refused', async () => {
  const body = deploymentBody(template({}))
  expect(await validate(body, deploymentPath('a'.repeat(65)))).toMatchObject({
    code: 'DeploymentNameLengthLimitExceeded',
  })
  expect(await validate(body, deploymentPath('a%20b'))).toMatchObject({
    code: 'DeploymentNameInvalidCharacters',
  })
  expect(await validate({ ...body, location: 'westeurope' })).toMatchObject({
    code: 'InvalidDeployment',
    message:
      "The 'location' property is not allowed for 'checked' at resource group scope. Please see https://aka.ms/deploy-to-subscription for usage details.",
  })
  const subscription = payGroup.split('/resourceGroups/')[0] ?? ''
  expect(await validate(body, deploymentPath('checked', subscription))).toMatchObject({
    message:
      "The 'location' property must be specified for 'checked'. Please see https://aka.ms/deploy-to-subscription for usage details.",
  })
  expect(await validate(body, deploymentPath('checked', `${payGroup}-none`))).toMatchObject({
    status: 404,
    code: 'ResourceGroupNotFound',
  })
  const old = await arm.call('GET', withVersion(deploymentPath('checked'), '2014-01-01'))
  expect(errorOf(old).code).toBe('InvalidApiVersionParameter')
})
