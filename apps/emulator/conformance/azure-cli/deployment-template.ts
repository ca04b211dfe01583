const kind = 'Microsoft.ManagedIdentity/userAssignedIdentities'
const apiVersion = '2023-01-31'
const audiences = ['api://AzureADTokenExchange']

/** An identity with one credential as its child and two more made one after the other. */
export const identityTemplate = {
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  parameters: {
    identityName: { type: 'string', minLength: 3 },
    environments: { type: 'array', defaultValue: ['dev', 'prod'] },
  },
  variables: { issuer: 'https://token.actions.githubusercontent.com' },
  resources: [
    {
      type: kind,
      apiVersion,
      name: "[parameters('identityName')]",
      location: '[resourceGroup().location]',
      resources: [
        {
          type: 'federatedIdentityCredentials',
          apiVersion,
          name: 'main',
          dependsOn: ["[parameters('identityName')]"],
          properties: {
            issuer: "[variables('issuer')]",
            subject: "[concat('repo:octo-org/', 'octo-repo', ':ref:refs/heads/main')]",
            audiences,
          },
        },
      ],
    },
    {
      type: `${kind}/federatedIdentityCredentials`,
      apiVersion,
      name: "[format('{0}/{1}', parameters('identityName'), parameters('environments')[copyIndex()])]",
      copy: {
        name: 'environments',
        count: "[length(parameters('environments'))]",
        mode: 'serial',
        batchSize: 1,
      },
      dependsOn: [`[resourceId('${kind}/federatedIdentityCredentials', parameters('identityName'), 'main')]`],
      properties: {
        issuer: "[variables('issuer')]",
        subject: "[concat('repo:octo-org/octo-repo:environment:', parameters('environments')[copyIndex()])]",
        audiences,
      },
    },
  ],
  outputs: {
    clientId: {
      type: 'string',
      value: `[reference(resourceId('${kind}', parameters('identityName'))).clientId]`,
    },
  },
}

/** Credentials of one identity that nothing puts in an order, so that they are written at the same time. */
export function parallelTemplate(names: readonly string[]) {
  const { $schema, contentVersion } = identityTemplate
  return {
    $schema,
    contentVersion,
    resources: [
      { type: kind, apiVersion, name: 'id-parallel', location: '[resourceGroup().location]' },
      ...names.map((name) => ({
        type: `${kind}/federatedIdentityCredentials`,
        apiVersion,
        name: `id-parallel/${name}`,
        dependsOn: ['id-parallel'],
        properties: {
          issuer: 'https://token.actions.githubusercontent.com',
          subject: `repo:octo-org/octo-repo:environment:${name}`,
          audiences,
        },
      })),
    ],
  }
}
