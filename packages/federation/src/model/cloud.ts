export const cloudNames = ['public', 'usgov', 'china'] as const
export type Cloud = (typeof cloudNames)[number]

/** Addresses have no slash at their end. */
export interface CloudFacts {
  readonly audience: string
  /** Entra's own issuer starts with it too. */
  readonly authorityHost: string
  readonly graphEndpoint: string
  readonly armEndpoint: string
  /** For `az cloud set --name`. */
  readonly cliName: string
  /** For the input `environment` of azure/login. */
  readonly loginActionName: string
  /** For `environment` of the Terraform and Pulumi providers, and for ARM_ENVIRONMENT. */
  readonly terraformName: string
}

/**
 * Audience and addresses of each Azure cloud. Clouds do not mix (AADSTS900382).
 * Sources: https://learn.microsoft.com/graph/deployments,
 * https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud,
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity,
 * https://github.com/Azure/login#readme,
 * https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs#environment
 */
export const clouds: Readonly<Record<Cloud, CloudFacts>> = {
  public: {
    audience: 'api://AzureADTokenExchange',
    authorityHost: 'https://login.microsoftonline.com',
    graphEndpoint: 'https://graph.microsoft.com',
    armEndpoint: 'https://management.azure.com',
    cliName: 'AzureCloud',
    loginActionName: 'azurecloud',
    terraformName: 'public',
  },
  usgov: {
    audience: 'api://AzureADTokenExchangeUSGov',
    authorityHost: 'https://login.microsoftonline.us',
    graphEndpoint: 'https://graph.microsoft.us',
    armEndpoint: 'https://management.usgovcloudapi.net',
    cliName: 'AzureUSGovernment',
    loginActionName: 'azureusgovernment',
    terraformName: 'usgovernment',
  },
  china: {
    audience: 'api://AzureADTokenExchangeChina',
    authorityHost: 'https://login.partner.microsoftonline.cn',
    graphEndpoint: 'https://microsoftgraph.chinacloudapi.cn',
    armEndpoint: 'https://management.chinacloudapi.cn',
    cliName: 'AzureChinaCloud',
    loginActionName: 'azurechinacloud',
    terraformName: 'china',
  },
}

/** The audience that Azure's own tools ask for in this cloud. */
export function defaultAudience(cloud: Cloud = 'public'): string {
  return clouds[cloud].audience
}
