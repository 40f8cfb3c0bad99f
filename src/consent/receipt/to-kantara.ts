import type {ConsentRecord} from '../record/consent-record.ts'

/** A data consent as Kantara Consent Receipt 1.1; undefined for a contract, which that form has no place for. Times are in seconds. */
export function toKantara({evidence, personal}: ConsentRecord): Readonly<Record<string, unknown>> | undefined {
  const {processing, event} = evidence
  if (!processing) return undefined
  const sensitive = processing.purposes.flatMap(({personalData}) =>
    personalData.filter(({isSensitive}) => isSensitive).map(({type}) => type),
  )
  return {
    version: 'KI-CR-v1.1.0',
    jurisdiction: evidence.jurisdictions?.[0] ?? processing.purposes[0]?.jurisdiction ?? '',
    consentTimestamp: Math.floor(Date.parse(event.at) / 1000),
    collectionMethod: evidence.channel.surface ?? evidence.channel.name,
    consentReceiptID: evidence.recordId,
    language: evidence.locale,
    piiPrincipalId: personal?.subject ?? '',
    piiControllers: processing.controllers.map(({name, contact, address, url, country}) => ({
      piiController: name,
      contact,
      address: {streetAddress: address, ...(country === undefined ? {} : {addressCountry: country})},
      ...(url === undefined ? {} : {piiControllerUrl: url}),
    })),
    policyUrl: `urn:sha256:${evidence.treeSha256}`,
    services: [
      {
        service: processing.service ?? evidence.title,
        purposes: processing.purposes
          .filter(({state}) => state === 'given')
          .map(({purpose, purposeTypes, personalData, recipients, retentionPeriod, isPrimary}) => ({
            purpose,
            purposeCategory: purposeTypes ?? [purpose],
            consentType: 'EXPLICIT',
            piiCategory: personalData.map(({type}) => type),
            primaryPurpose: isPrimary ?? false,
            termination: retentionPeriod,
            thirdPartyDisclosure: recipients.length > 0,
            ...(recipients.length > 0 ? {thirdPartyName: recipients.join(', ')} : {}),
          })),
      },
    ],
    sensitive: sensitive.length > 0,
    spiCat: [...new Set(sensitive)],
  }
}
