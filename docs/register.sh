#!/usr/bin/env bash
# Registers the portal in Microsoft Entra, or brings its registration up to date; prints what the portal is to be told.
# It reads first, tells what it will write, and where somebody sits at it, asks before it writes. What each setting means,
# and which rights it takes: register.md beside this file.
set -euo pipefail

fail() { printf '%s\n' "$@" >&2; exit 1; }
say() { echo "· $*" >&2; }

portal=${PORTAL_ORIGIN:-}
name=${NAME:-Trustwright}
# The name that finds the registration again, whatever it is displayed as.
unique_name=${UNIQUE_NAME:-trustwright}
credential=${CREDENTIAL:-}
graph_permissions=${GRAPH_PERMISSIONS:-User.Read User.ReadBasic.All Application.ReadWrite.All RoleManagement.Read.Directory GroupMember.Read.All}
consent=${CONSENT:-yes}
certificate_file=${CERTIFICATE_FILE:-portal.pem}

[[ $portal =~ ^https://[A-Za-z0-9.-]+(:[0-9]+)?$|^http://localhost(:[0-9]+)?$ ]] ||
  fail 'PORTAL_ORIGIN: set it to the address people open, such as https://portal.contoso.com, without a slash at its end.'
[[ $name =~ ^[A-Za-z0-9\ ._\(\)-]{1,100}$ ]] || fail 'NAME: write letters, digits, spaces, and . _ ( ) - only.'
[[ $unique_name =~ ^[A-Za-z0-9-]{1,100}$ ]] || fail 'UNIQUE_NAME: write letters, digits and - only.'
[[ $graph_permissions =~ ^[A-Za-z.-]+(\ [A-Za-z.-]+)*$ ]] ||
  fail 'GRAPH_PERMISSIONS: write names such as User.Read, with single spaces between them.'
[[ $consent =~ ^(yes|no)$ ]] || fail 'CONSENT: write yes or no.'
case $credential in
  certificate)
    [[ ! -e $certificate_file ]] || openssl x509 -in "$certificate_file" -noout -checkend 0 >/dev/null 2>&1 ||
      fail "CERTIFICATE_FILE: $certificate_file holds no certificate that is still good. Name another file, or move it away to have one made."
    [[ ! -e $certificate_file ]] || grep -q 'PRIVATE KEY-----' "$certificate_file" ||
      fail "CERTIFICATE_FILE: $certificate_file holds no private key, which the portal needs too." ;;
  managed-identity)
    [[ ${MANAGED_IDENTITY:-} =~ ^/subscriptions/ ]] ||
      fail 'MANAGED_IDENTITY: set it to the resource ID of the user-assigned identity that the portal runs with.' ;;
  kubernetes)
    [[ ${KUBERNETES_ISSUER:-} =~ ^https:// ]] || fail 'KUBERNETES_ISSUER: set it to the issuer URL of the cluster.'
    [[ ${KUBERNETES_SERVICE_ACCOUNT:-} =~ ^[a-z0-9-]+:[a-z0-9.-]+$ ]] ||
      fail 'KUBERNETES_SERVICE_ACCOUNT: write namespace:name of the service account that the portal runs as.' ;;
  *) fail 'CREDENTIAL: choose certificate, managed-identity or kubernetes.' ;;
esac
command -v az >/dev/null || fail 'The Azure CLI (az) is not on this machine: https://aka.ms/azure-cli, or open shell.azure.com.'

# The same in every tenant, so that scripts and audits can name them.
scope_id=6a1f4c52-0d3b-4b86-9a57-2f8e1c7d9b01
admin_role_id=6a1f4c52-0d3b-4b86-9a57-2f8e1c7d9b02
# https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in
azure_cli_id=04b07795-8ddb-461a-bbee-02f9e1bf7b46
graph_id=00000003-0000-0000-c000-000000000000
arm_id=797f4846-ba00-4fd7-ba43-dac1f8f63013

may_read='a sign-in of this tenant: az login'
# https://learn.microsoft.com/entra/identity/role-based-access-control/delegate-by-task
may_register='the directory role Application Administrator, Cloud Application Administrator, or for a registration of your own Application Developer'
consenters='Cloud Application Administrator, Application Administrator or Privileged Role Administrator'
may_consent="the directory role $consenters. Without it: CONSENT=no, and somebody who has it presses Grant admin consent"
may_see_identity='the role Reader on the managed identity'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
so_far='Nothing was written.'
# Seconds between tries: what was just written takes a moment until all of Entra knows it.
pauses=''

# refused RIGHT: ends the script with what Azure said, and with the right that it takes where one is missing.
refused() {
  local right=''
  if grep -qE 'Authorization_RequestDenied|AuthorizationFailed|Forbidden' "$work/refusal"; then
    right="You may not do this: it takes $1."
  fi
  fail "$(cat "$work/refusal")" ${right:+"$right"} "$so_far"
}

# must RIGHT COMMAND…: what it prints; whoever may not is not kept waiting.
must() {
  local right=$1 pause
  for pause in $pauses end; do
    if "${@:2}" 2>"$work/refusal"; then return; fi
    if [[ $pause == end ]] || grep -q Authorization_RequestDenied "$work/refusal"; then break; fi
    say "Not all of Entra knows it yet: once more in $pause s"
    sleep "$pause"
  done
  refused "$right"
}

# graph METHOD PATH [OPTION…]: one request of Microsoft Graph.
graph() { az rest --method "$1" --url "$graph/v1.0/$2" --resource "$graph/" "${@:3}"; }

read_machine() {
  local answer
  answer=$(must "$may_read" az account show --query '[[tenantId, user.name]]' --output tsv)
  IFS=$'\t' read -r tenant_id person <<<"$answer"
  answer=$(must "$may_read" az cloud show --output tsv \
    --query '[[name, endpoints.microsoftGraphResourceId, endpoints.activeDirectory]]')
  IFS=$'\t' read -r cloud graph authority <<<"$answer"
  graph=${graph%/}
  authority=${AZURE_AUTHORITY_HOST:-$authority}
  authority=${authority%/}
  case $cloud in
    AzureUSGovernment) portal_cloud=usgov audience=api://AzureADTokenExchangeUSGov ;;
    AzureChinaCloud) portal_cloud=china audience=api://AzureADTokenExchangeChina ;;
    *) portal_cloud=public audience=api://AzureADTokenExchange ;;
  esac
}

# access FILE RESOURCE PERMISSION…: into FILE the delegated permissions as a registration asks for them, by their names;
# into FILE.principal the resource's own object ID.
access() {
  local value id all=''
  must "$may_read" az ad sp show --id "$2" --output tsv \
    --query "[[['', id]], oauth2PermissionScopes[].[value, id]][]" >"$work/permissions"
  for value in "${@:3}"; do
    id=$(awk -F '\t' -v value="$value" '$1 == value { print $2 }' "$work/permissions")
    [[ -n $id ]] || fail "The resource $2 has no delegated permission $value." "$so_far"
    all+="${all:+,}{\"id\":\"$id\",\"type\":\"Scope\"}"
  done
  printf '{"resourceAppId":"%s","resourceAccess":[%s]}' "$2" "$all" >"$1"
  awk -F '\t' '$1 == "" { print $2 }' "$work/permissions" >"$1.principal"
}

read_registration() {
  app_id=''
  : >"$work/present"
  if graph get "applications(uniqueName='$unique_name')" --output tsv >"$work/present" 2>"$work/refusal" --query \
    "[[appId], web.redirectUris, spa.redirectUris, identifierUris, appRoles[].value, api.[oauth2PermissionScopes[].value,
      preAuthorizedApplications[].appId][]][] | [?@]"; then
    app_id=$(head -n 1 "$work/present")
  elif ! grep -q ResourceNotFound "$work/refusal"; then
    refused "$may_read"
  fi
}

read_managed_identity() {
  local answer
  answer=$(must "$may_see_identity" az identity show --ids "$MANAGED_IDENTITY" --output tsv \
    --query '[[principalId, clientId]]')
  IFS=$'\t' read -r identity_principal identity_client <<<"$answer"
}

# What is there and is not among the words given.
unknown_to_script() { printf '%s\n' "$@" | grep -vxFf - "$work/present" || true; }

tell_plan() {
  local own removed state="is not registered yet: it is made"
  case $credential in
    certificate) own="the certificate in $certificate_file"
      [[ -e $certificate_file ]] || own+=', which is made for a year; its private key stays on this machine' ;;
    managed-identity) own="it trusts the managed identity $MANAGED_IDENTITY" ;;
    kubernetes) own="it trusts the service account $KUBERNETES_SERVICE_ACCOUNT of $KUBERNETES_ISSUER" ;;
  esac
  [[ -z $app_id ]] || state="is registered as $app_id: it is brought up to date"
  removed=$(unknown_to_script "$app_id" "$portal/auth/callback" "$portal/" "$portal/embed/redirect" "api://$app_id" \
    Trustwright.Admin access_as_user "$azure_cli_id")
  [[ -z $removed ]] || removed="This will be removed, since the script does not know it:"$'\n'"$removed"$'\n'
  cat >&2 <<PLAN
$person, tenant $tenant_id, $cloud: $name ($unique_name) $state.
This will be written:
· app registration and enterprise application, for people of this tenant
· redirect addresses of $portal: /auth/callback, / and /embed/redirect
· the scope access_as_user, without a question for the Azure CLI and the portal's own page
· the app role Trustwright.Admin, which this script gives to nobody
· delegated permissions: Azure Resource Manager user_impersonation; Microsoft Graph $graph_permissions
· consent for everybody to these: $consent
· own credential: $own
${removed}No role in Azure and no directory role is given to anybody.
PLAN
}

# Only where somebody can answer: a pipeline has nobody to ask.
ask() {
  local answer
  if [[ ! -t 0 ]]; then return; fi
  read -r -p 'Write this? (yes/no) ' answer
  [[ $answer == yes ]] || fail "$so_far"
}

register() {
  say "Registration $name"
  cat >"$work/registration.json" <<JSON
{
  "displayName": "$name",
  "signInAudience": "AzureADMyOrg",
  "web": { "redirectUris": ["$portal/auth/callback", "$portal/"], "homePageUrl": "$portal" },
  "spa": { "redirectUris": ["$portal/embed/redirect"] },
  "requiredResourceAccess": [$(cat "$work/graph"), $(cat "$work/arm")],
  "appRoles": [{
    "id": "$admin_role_id", "value": "Trustwright.Admin", "displayName": "Administrator of the portal",
    "description": "Keeps the portal's rules, decides about requests and sees everybody's actions. No rights in Azure.",
    "allowedMemberTypes": ["User"], "isEnabled": true
  }],
  "api": {
    "requestedAccessTokenVersion": 2,
    "oauth2PermissionScopes": [{
      "id": "$scope_id", "value": "access_as_user", "type": "User", "isEnabled": true,
      "adminConsentDisplayName": "Use $name as the signed-in person",
      "adminConsentDescription": "Lets the client read and write trusts with the rights of the signed-in person.",
      "userConsentDisplayName": "Use $name as you",
      "userConsentDescription": "Lets the client read and write trusts with your rights."
    }]
  }
}
JSON
  local made
  made=$(must "$may_register" graph patch "applications(uniqueName='$unique_name')" \
    --headers Prefer=create-if-missing Content-Type=application/json \
    --body "@$work/registration.json" --query appId --output tsv)
  so_far='The registration was begun. Run the script again when that is mended: it goes on where it stands.'
  pauses='1 2 4 8 16'
  app_id=${app_id:-$made}
  [[ -n $app_id ]] ||
    app_id=$(must "$may_read" graph get "applications(uniqueName='$unique_name')" --query appId --output tsv)
}

# Pre-authorised clients name the scope, which has to be there before them.
expose() {
  say "Scope api://$app_id/access_as_user"
  cat >"$work/exposed.json" <<JSON
{
  "identifierUris": ["api://$app_id"],
  "api": {
    "preAuthorizedApplications": [
      { "appId": "$azure_cli_id", "delegatedPermissionIds": ["$scope_id"] },
      { "appId": "$app_id", "delegatedPermissionIds": ["$scope_id"] }
    ]
  }
}
JSON
  must "$may_register" graph patch "applications(uniqueName='$unique_name')" \
    --headers Content-Type=application/json --body "@$work/exposed.json" --output none
}

service_principal() {
  say 'Enterprise application'
  principal_id=$(must "$may_read" az ad sp list --filter "appId eq '$app_id'" --query '[0].id' --output tsv)
  [[ -n $principal_id ]] ||
    principal_id=$(must "$may_register" az ad sp create --id "$app_id" --query id --output tsv)
}

# grant FILE PERMISSIONS: consent for everybody to exactly these permissions of what `access` read into FILE.
grant() {
  local resource present
  resource=$(cat "$1.principal")
  present=$(awk -F '\t' -v resource="$resource" '$1 == resource { print $2 }' "$work/grants")
  if [[ -z $present ]]; then
    must "$may_consent" graph post oauth2PermissionGrants --output none --body \
      "{\"clientId\":\"$principal_id\",\"consentType\":\"AllPrincipals\",\"resourceId\":\"$resource\",\"scope\":\"$2\"}"
  elif ! grep -qxF "$resource	$present	$2" "$work/grants"; then
    must "$may_consent" graph patch "oauth2PermissionGrants/$present" --body "{\"scope\":\"$2\"}" --output none
  fi
}

consent_for_everybody() {
  say 'Consent for everybody'
  must "$may_consent" graph get "oauth2PermissionGrants?\$filter=clientId eq '$principal_id'" --output tsv \
    --query "value[?consentType=='AllPrincipals'].[resourceId, id, scope]" >"$work/grants"
  grant "$work/graph" "openid profile offline_access $graph_permissions"
  grant "$work/arm" user_impersonation
}

# trust NAME ISSUER SUBJECT: a federated credential of the registration itself.
trust() {
  local present
  say "Own credential: it trusts $3"
  printf '{"name":"%s","issuer":"%s","subject":"%s","audiences":["%s"],"description":"The portal itself"}' \
    "$1" "$2" "$3" "$audience" >"$work/trust.json"
  present=$(must "$may_register" az ad app federated-credential list --id "$app_id" --output tsv \
    --query "[?name=='$1'].name")
  if [[ -z $present ]]; then
    must "$may_register" az ad app federated-credential create --id "$app_id" \
      --parameters "@$work/trust.json" --output none
  else
    must "$may_register" az ad app federated-credential update --id "$app_id" --federated-credential-id "$1" \
      --parameters "@$work/trust.json" --output none
  fi
}

certificate() {
  local print present
  if [[ ! -e $certificate_file ]]; then
    say "Certificate $certificate_file, for a year"
    (umask 077 && openssl req -x509 -newkey rsa:3072 -nodes -days 365 -subj "/CN=$unique_name" \
      -keyout "$work/key.pem" -out "$work/certificate.pem" 2>"$work/openssl" &&
      cat "$work/key.pem" "$work/certificate.pem" >"$certificate_file") || fail "$(cat "$work/openssl")" "$so_far"
  fi
  openssl x509 -in "$certificate_file" -out "$work/public.pem"
  print=$(openssl x509 -in "$certificate_file" -outform DER | openssl dgst -sha256 -r | cut -c1-16)
  say "Own credential: certificate $print"
  present=$(must "$may_register" az ad app credential list --id "$app_id" --cert --output tsv \
    --query "[?displayName=='$unique_name-$print'].keyId")
  [[ -n $present ]] ||
    must "$may_register" az ad app credential reset --id "$app_id" --cert "@$work/public.pem" --append \
      --display-name "$unique_name-$print" --output none
  own=("CLIENT_CERTIFICATE_PATH=$(realpath "$certificate_file")")
}

managed_identity() {
  trust own-managed-identity "$authority/$tenant_id/v2.0" "$identity_principal"
  own=(CLIENT_ASSERTION=managed-identity "MANAGED_IDENTITY_CLIENT_ID=$identity_client")
}

kubernetes() {
  trust own-kubernetes "$KUBERNETES_ISSUER" "system:serviceaccount:$KUBERNETES_SERVICE_ACCOUNT"
  own=(CLIENT_ASSERTION=kubernetes)
}

read_machine
# shellcheck disable=SC2086 # one word for each permission
access "$work/graph" "$graph_id" $graph_permissions
access "$work/arm" "$arm_id" user_impersonation
read_registration
[[ $credential != managed-identity ]] || read_managed_identity
tell_plan
ask

register
expose
service_principal
[[ $consent == no ]] || consent_for_everybody
"${credential//-/_}"

[[ $consent == yes ]] || say "Consent was left as it is. Where there is none yet, a $consenters opens" \
  "App registrations > $name ($app_id) > API permissions in the Entra admin center, and presses Grant admin consent;" \
  'or runs this script again with CONSENT=yes.'
say 'Done. The portal is to be told:'
printf '%s\n' "PORTAL_ORIGIN=$portal" "CLOUD=$portal_cloud" "TENANT_ID=$tenant_id" "CLIENT_ID=$app_id" "${own[@]}"
