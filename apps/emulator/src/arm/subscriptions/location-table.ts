/** One public region, as `GET /subscriptions/{id}/locations` describes it. */
interface Region {
  name: string
  displayName: string
  geography: string
  geographyGroup: string
  latitude: string
  longitude: string
  physicalLocation: string
  category: string
  /** Name of the paired region; empty where there is none. */
  pairedWith: string
}

/**
 * Fields of `Region` in order, separated by `|`. Coordinates are rounded.
 * Source: https://learn.microsoft.com/azure/reliability/regions-list
 */
const table = `
eastus|East US|United States|US|37.3719|-79.8164|Virginia|Recommended|westus
eastus2|East US 2|United States|US|36.6681|-78.3889|Virginia|Recommended|centralus
southcentralus|South Central US|United States|US|29.4167|-98.5|Texas|Recommended|northcentralus
westus2|West US 2|United States|US|47.233|-119.852|Washington|Recommended|westcentralus
westus3|West US 3|United States|US|33.448376|-112.074036|Phoenix|Recommended|eastus
australiaeast|Australia East|Australia|Asia Pacific|-33.86|151.2094|New South Wales|Recommended|australiasoutheast
southeastasia|Southeast Asia|Asia Pacific|Asia Pacific|1.283|103.833|Singapore|Recommended|eastasia
northeurope|North Europe|Europe|Europe|53.3478|-6.2597|Ireland|Recommended|westeurope
swedencentral|Sweden Central|Sweden|Europe|60.67488|17.14127|Gävle|Recommended|swedensouth
uksouth|UK South|United Kingdom|Europe|50.941|-0.799|London|Recommended|ukwest
westeurope|West Europe|Europe|Europe|52.3667|4.9|Netherlands|Recommended|northeurope
centralus|Central US|United States|US|41.5908|-93.6208|Iowa|Recommended|eastus2
southafricanorth|South Africa North|South Africa|Africa|-25.73134|28.21837|Johannesburg|Recommended|southafricawest
centralindia|Central India|India|Asia Pacific|18.5822|73.9197|Pune|Recommended|southindia
eastasia|East Asia|Asia Pacific|Asia Pacific|22.267|114.188|Hong Kong|Recommended|southeastasia
indonesiacentral|Indonesia Central|Indonesia|Asia Pacific|-6.191884|106.84512|Jakarta|Recommended|
japaneast|Japan East|Japan|Asia Pacific|35.68|139.77|Tokyo, Saitama|Recommended|japanwest
japanwest|Japan West|Japan|Asia Pacific|34.6939|135.5022|Osaka|Recommended|japaneast
koreacentral|Korea Central|Korea|Asia Pacific|37.5665|126.978|Seoul|Recommended|koreasouth
malaysiawest|Malaysia West|Malaysia|Asia Pacific|3.13912|101.68685|Kuala Lumpur|Recommended|
malaysiasouth|Malaysia South|Malaysia|Asia Pacific|1.4927|103.7414|Johor Bahru|Recommended|
newzealandnorth|New Zealand North|New Zealand|Asia Pacific|-36.84853|174.76349|Auckland|Recommended|
canadacentral|Canada Central|Canada|Canada|43.653|-79.383|Toronto|Recommended|canadaeast
austriaeast|Austria East|Austria|Europe|48.2201|16.3797|Vienna|Recommended|
belgiumcentral|Belgium Central|Belgium|Europe|50.8503|4.3517|Brussels|Recommended|
denmarkeast|Denmark East|Denmark|Europe|55.6761|12.5683|Copenhagen|Recommended|
francecentral|France Central|France|Europe|46.3772|2.373|Paris|Recommended|francesouth
germanywestcentral|Germany West Central|Germany|Europe|50.110924|8.682127|Frankfurt|Recommended|germanynorth
italynorth|Italy North|Italy|Europe|45.46888|9.18109|Milan|Recommended|
norwayeast|Norway East|Norway|Europe|59.913868|10.752245|Oslo|Recommended|norwaywest
polandcentral|Poland Central|Poland|Europe|52.23334|21.01666|Warsaw|Recommended|
spaincentral|Spain Central|Spain|Europe|40.4259|-3.4209|Madrid|Recommended|
switzerlandnorth|Switzerland North|Switzerland|Europe|47.451542|8.564572|Zurich|Recommended|switzerlandwest
mexicocentral|Mexico Central|Mexico|Mexico|20.588818|-100.389888|Querétaro State|Recommended|
uaenorth|UAE North|UAE|Middle East|25.266666|55.316666|Dubai|Recommended|uaecentral
brazilsouth|Brazil South|Brazil|South America|-23.55|-46.633|São Paulo State|Recommended|southcentralus
chilecentral|Chile Central|Chile|South America|-33.447487|-70.673676|Santiago|Recommended|
israelcentral|Israel Central|Israel|Middle East|31.2655698|33.4506633|Israel|Recommended|
qatarcentral|Qatar Central|Qatar|Middle East|25.551462|51.439327|Doha|Recommended|
northcentralus|North Central US|United States|US|41.8819|-87.6278|Illinois|Other|southcentralus
westus|West US|United States|US|37.783|-122.417|California|Other|eastus
westcentralus|West Central US|United States|US|40.89|-110.234|Wyoming|Other|westus2
southafricawest|South Africa West|South Africa|Africa|-34.075691|18.843266|Cape Town|Other|southafricanorth
australiacentral|Australia Central|Australia|Asia Pacific|-35.3075|149.1244|Canberra|Other|australiacentral2
australiacentral2|Australia Central 2|Australia|Asia Pacific|-35.3075|149.1244|Canberra|Other|australiacentral
australiasoutheast|Australia Southeast|Australia|Asia Pacific|-37.8136|144.9631|Victoria|Other|australiaeast
koreasouth|Korea South|Korea|Asia Pacific|35.1796|129.0756|Busan|Other|koreacentral
southindia|South India|India|Asia Pacific|12.9822|80.1636|Chennai|Other|centralindia
westindia|West India|India|Asia Pacific|19.088|72.868|Mumbai|Other|southindia
jioindiawest|Jio India West|India|Asia Pacific|22.470701|70.05773|Jamnagar|Other|jioindiacentral
jioindiacentral|Jio India Central|India|Asia Pacific|21.146633|79.08886|Nagpur|Other|jioindiawest
canadaeast|Canada East|Canada|Canada|46.817|-71.217|Quebec|Other|canadacentral
francesouth|France South|France|Europe|43.8345|2.1972|Marseille|Other|francecentral
germanynorth|Germany North|Germany|Europe|53.073635|8.806422|Berlin|Other|germanywestcentral
norwaywest|Norway West|Norway|Europe|58.969975|5.733107|Stavanger|Other|norwayeast
swedensouth|Sweden South|Sweden|Europe|55.6059|13.0007|Malmö|Other|swedencentral
switzerlandwest|Switzerland West|Switzerland|Europe|46.204391|6.143158|Geneva|Other|switzerlandnorth
ukwest|UK West|United Kingdom|Europe|53.427|-3.084|Cardiff|Other|uksouth
uaecentral|UAE Central|UAE|Middle East|24.466667|54.366669|Abu Dhabi|Other|uaenorth
brazilsoutheast|Brazil Southeast|Brazil|South America|-22.90278|-43.2075|Rio|Other|brazilsouth
`

/** Every region, in the order ARM lists them. */
export const regions: readonly Region[] = table.trim().split('\n').map(toRegion)

function toRegion(line: string): Region {
  const [
    name = '',
    displayName = '',
    geography = '',
    geographyGroup = '',
    latitude = '',
    longitude = '',
    physicalLocation = '',
    category = '',
    pairedWith = '',
  ] = line.split('|')
  return {
    name,
    displayName,
    geography,
    geographyGroup,
    latitude,
    longitude,
    physicalLocation,
    category,
    pairedWith,
  }
}
