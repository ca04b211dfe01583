/** Servers of a made-up company. */
export const pasteHosts = {
  github: ['git.contoso.com'],
  gitlab: ['code.contoso.com'],
  terraformEnterprise: ['tfe.contoso.com'],
}
