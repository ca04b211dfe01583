import type { ArmFault } from './refusal.ts'

/**
 * ARM's own refusals. Codes and texts marked (u) were not seen in a published source and may differ in Azure.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors
 */
export const faults = {
  authorizationFailed: (client: string, objectId: string, action: string, scope: string): ArmFault => ({
    status: 403,
    code: 'AuthorizationFailed',
    message: `The client '${client}' with object id '${objectId}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  }),
  /** (u) */
  subscriptionNotFound: (subscriptionId: string): ArmFault => ({
    status: 404,
    code: 'SubscriptionNotFound',
    message: `The subscription '${subscriptionId}' could not be found.`,
  }),
  /** (u) */
  resourceGroupNotFound: (name: string): ArmFault => ({
    status: 404,
    code: 'ResourceGroupNotFound',
    message: `Resource group '${name}' could not be found.`,
  }),
  /** (u) */
  resourceNotFound: (typeAndName: string, resourceGroup: string): ArmFault => ({
    status: 404,
    code: 'ResourceNotFound',
    message: `The Resource '${typeAndName}' under resource group '${resourceGroup}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
  }),
  /** (u) */
  missingApiVersion: (): ArmFault => ({
    status: 400,
    code: 'MissingApiVersionParameter',
    message: 'The api-version query parameter (?api-version=) is required for all requests.',
  }),
  /** (u) */
  invalidApiVersion: (version: string, supported: readonly string[]): ArmFault => ({
    status: 400,
    code: 'InvalidApiVersionParameter',
    message: `The api-version '${version}' is invalid. The supported versions are '${supported.join(',')}'.`,
  }),
  noRegisteredProvider: (
    location: string,
    version: string,
    type: string,
    supported: readonly string[],
    locations: readonly string[],
  ): ArmFault => ({
    status: 400,
    code: 'NoRegisteredProviderFound',
    message: `No registered resource provider found for location '${location}' and API version '${version}' for type '${type}'. The supported api-versions are '${supported.join(', ')}'. The supported locations are '${locations.join(', ')}'.`,
  }),
  /** (u) */
  invalidRequestContent: (detail: string): ArmFault => ({
    status: 400,
    code: 'InvalidRequestContent',
    message: `The request content was invalid and could not be deserialized: '${detail}'.`,
  }),
  /** (u) */
  invalidNamespace: (namespace: string): ArmFault => ({
    status: 404,
    code: 'InvalidResourceNamespace',
    message: `The resource namespace '${namespace}' is invalid.`,
  }),
  /** (u) */
  invalidQuery: (name: string, value: string): ArmFault => ({
    status: 400,
    code: 'InvalidQueryParameterValue',
    message: `The query parameter '${name}' has the value '${value}', which is not valid here.`,
  }),
  /** (u): the words are those of ASP.NET. */
  methodNotAllowed: (method: string): ArmFault => ({
    status: 405,
    code: 'MethodNotAllowed',
    message: `The requested resource does not support http method '${method}'.`,
  }),
  missingRegistration: (namespace: string): ArmFault => ({
    status: 409,
    code: 'MissingSubscriptionRegistration',
    message: `The subscription is not registered to use namespace '${namespace}'. See https://aka.ms/rps-not-found for how to register subscriptions.`,
  }),
  /** (u) */
  providerInUse: (namespace: string, type: string): ArmFault => ({
    status: 409,
    code: 'CannotUnregisterRP',
    message: `You can't unregister the resource provider '${namespace}' when you still have resource types from that resource provider in your subscription: '${type}'.`,
  }),
  /** (u) */
  otherTenant: (given: string, wanted: string): ArmFault => ({
    status: 401,
    code: 'InvalidAuthenticationTokenTenant',
    message: `The access token is from the wrong issuer '${given}'. It must match the tenant '${wanted}' associated with this subscription. Please use the authority (URL) 'https://login.windows.net/${wanted.split('/')[3] ?? ''}' to get the token. Note, if the subscription is transferred to another tenant there is no impact to the services, but information about new tenant could take time to propagate (up to an hour). If you just transferred your subscription and see this error message, please try back later.`,
  }),
  /** (u) */
  disabledSubscription: (subscriptionId: string): ArmFault => ({
    status: 409,
    code: 'ReadOnlyDisabledSubscription',
    message: `The subscription '${subscriptionId}' is disabled and therefore marked as read only. You cannot perform any write actions on this subscription until it is re-enabled.`,
  }),
  /** Seen in Azure-Player/azure.datafactory.devops#183. */
  scopeLocked: (scope: string, operation: 'write' | 'delete', locked: readonly string[]): ArmFault => ({
    status: 409,
    code: 'ScopeLocked',
    message: `The scope '${scope}' cannot perform ${operation} operation because following scope(s) are locked: '${locked.join(',')}'. Please remove the lock and try again.`,
  }),
  /** Ours: the emulator refuses what it does not imitate. */
  notEmulated: (what: string): ArmFault => ({
    status: 501,
    code: 'NotEmulated',
    message: `The emulator does not imitate ${what}.`,
  }),
} as const
