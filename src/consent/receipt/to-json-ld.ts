import type {ConsentEvidence} from '../record/consent-evidence.ts'
import type {ConsentRecord} from '../record/consent-record.ts'
import type {Processing} from '../record/processing.ts'

/** A record as JSON-LD: DPV 2.3 terms for data consent by its guide for ISO/IEC TS 27560, own terms for contracts. The context is part of it, so nothing is fetched. */
export function toJsonLd(record: ConsentRecord): Readonly<Record<string, unknown>> {
  const {evidence, personal} = record
  const isData = evidence.recordType === 'consent'
  const subject = personal
    ? {'@id': urn('subject', personal.subject), '@type': 'dpv:DataSubject', 'dct:identifier': personal.subject}
    : undefined
  return defined({
    '@context': CONTEXT,
    '@id': `urn:uuid:${evidence.recordId}#receipt`,
    '@type': isData ? ['dpv:ConsentReceipt'] : ['agr:AcceptanceReceipt'],
    'dct:conformsTo': [...(isData ? ['https://w3id.org/dpv/schema/dpv-27560#receipt'] : []), 'urn:proviso:consent-receipt:1'],
    'dct:identifier': `${evidence.recordId}#receipt`,
    'dpv:hasIdentifier': `${evidence.recordId}#receipt`,
    'dct:created': evidence.event.at,
    'dpv:hasRecordOfActivity': [
      defined({
        '@id': `urn:uuid:${evidence.recordId}`,
        '@type': isData ? ['dpv:ConsentRecord', 'dpv:DataProcessingRecord'] : ['agr:AcceptanceRecord'],
        'dct:conformsTo': isData ? ['https://w3id.org/dpv/schema/dpv-27560#record'] : undefined,
        'dct:identifier': evidence.recordId,
        'dpv:hasIdentifier': evidence.recordId,
        'dpv:hasDataSubject': subject,
        ...text(evidence),
        ...(isData
          ? {'dpv:hasConsentStatus': status(evidence, subject?.['@id'])}
          : {'dpv:hasContractStatus': status(evidence, subject?.['@id'])}),
        'dpv:hasContractControl': isData || evidence.event.type !== 'accept' ? undefined : {'@id': 'dpv:AcceptContract'},
        'dpv:hasConsentControl': isData ? {'@id': 'dpv:WithdrawConsent'} : undefined,
        'dpv:hasJurisdiction': evidence.jurisdictions?.map((jurisdiction) => ({'@id': `loc:${jurisdiction}`})),
        'agr:withdraws': evidence.withdraws === undefined ? undefined : {'@id': `urn:uuid:${evidence.withdraws}`},
        'agr:emphasisPresented': evidence.conspicuousClauses.map(({id, path, kinds, marks, textSha256}) => ({
          'agr:clauseId': id ?? path,
          'agr:kind': kinds,
          'agr:form': marks,
          sha256: textSha256,
        })),
        'agr:weakness': evidence.weaknesses.map(({code, basis}) => ({'agr:code': code, 'agr:basis': basis})),
        ...(evidence.processing ? processing(evidence.processing) : {}),
      }),
    ],
  })
}

const CONTEXT = Object.freeze({
  dpv: 'https://w3id.org/dpv#',
  pd: 'https://w3id.org/dpv/pd#',
  loc: 'https://w3id.org/dpv/loc#',
  dct: 'http://purl.org/dc/terms/',
  schema: 'https://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  agr: 'urn:proviso:agreement#',
  sha256: 'agr:sha256',
  'dct:created': {'@type': 'xsd:dateTime'},
  'dpv:isIndicatedAtTime': {'@type': 'xsd:dateTime'},
  'agr:effectiveFrom': {'@type': 'xsd:dateTime'},
  'dct:conformsTo': {'@type': '@id'},
})

function text({recordType, agreement, version, locale, effectiveAt, treeSha256, provider}: ConsentEvidence) {
  const document = {
    '@id': urn('agreement', agreement, version, locale),
    '@type': [recordType === 'consent' ? 'dpv:ConsentNotice' : 'dpv:ProviderStandardFormContract', 'schema:DigitalDocument'],
    'dct:isVersionOf': {'@id': urn('agreement', agreement)},
    'schema:version': version,
    'dct:language': locale,
    'agr:effectiveFrom': effectiveAt,
    sha256: treeSha256,
  }
  return {
    [recordType === 'consent' ? 'dpv:hasNotice' : 'agr:accepts']: document,
    'dct:language': locale,
    'agr:provider': provider,
  }
}

const STATUS: Readonly<Record<ConsentEvidence['recordType'], Readonly<Record<ConsentEvidence['event']['type'], string>>>> = Object.freeze({
  consent: {
    accept: 'dpv:ConsentGiven',
    renew: 'dpv:RenewedConsentGiven',
    reject: 'dpv:ConsentRefused',
    object: 'dpv:ConsentRefused',
    withdraw: 'dpv:ConsentWithdrawn',
  },
  acceptance: {
    accept: 'dpv:ContractSignedByParty',
    renew: 'dpv:ContractAmended',
    reject: 'agr:ContractRefused',
    object: 'agr:ContractObjectedTo',
    withdraw: 'dpv:ContractTerminated',
  },
})

function status({recordType, event, expression}: ConsentEvidence, by: string | undefined) {
  const {method, controlDefaultState, textDisplayed, scrolledToEnd} = expression ?? {}
  const words = [
    method,
    controlDefaultState && `control ${controlDefaultState} before`,
    textDisplayed && `text ${textDisplayed}`,
    scrolledToEnd && 'scrolled to end',
  ]
  return defined({
    '@type': STATUS[recordType][event.type],
    'dpv:isIndicatedBy': by === undefined ? undefined : {'@id': by},
    'dpv:isIndicatedAtTime': event.at,
    'dpv:hasIndicationMethod': words.filter((word) => typeof word === 'string').join('; ') || undefined,
  })
}

function processing({service, controllers, purposes, rights, authority}: Processing) {
  return {
    'dpv:hasService': service,
    'dpv:hasDataController': controllers.map(({id, name, address, contact, url}) =>
      defined({
        '@id': iri(id),
        'dpv:hasIdentifier': id,
        'dpv:hasName': name,
        'dpv:hasAddress': address,
        'dpv:hasContact': contact,
        'schema:url': url,
      }),
    ),
    'dpv:hasRight': rights?.map(term),
    'dpv:hasAuthority': authority,
    'dpv:hasProcess': purposes.map((purpose) =>
      defined({
        '@type': 'dpv:Process',
        'dpv:hasPurpose': [purpose.purpose, ...(purpose.purposeTypes ?? [])].map(term),
        'dpv:hasLegalBasis': term(purpose.lawfulBasis ?? 'dpv:Consent'),
        'dpv:hasConsentStatus': {'@id': purpose.state === 'given' ? 'dpv:ConsentGiven' : 'dpv:ConsentRefused'},
        'dpv:hasPersonalData': purpose.personalData.map(({type, isOptional, isSensitive}) =>
          defined({
            '@type': isSensitive ? 'dpv:SensitivePersonalData' : 'dpv:PersonalData',
            'schema:about': term(type),
            'dpv:hasNecessity': isOptional === undefined ? undefined : {'@id': isOptional ? 'dpv:Optional' : 'dpv:Required'},
          }),
        ),
        'dpv:hasProcessing': purpose.processing?.map(term),
        'dpv:hasDataSource': purpose.collection === undefined ? undefined : term(purpose.collection),
        'dpv:hasRecipient': purpose.recipients,
        'dpv:hasStorageCondition': [
          ...purpose.storageLocations.map((location) => ({'@type': 'dpv:StorageLocation', 'dpv:hasLocation': term(location)})),
          {'@type': 'dpv:StorageDuration', 'dpv:hasDuration': purpose.retentionPeriod},
        ],
        'dpv:hasJurisdiction': term(purpose.jurisdiction),
        'agr:withdrawalMethod': purpose.withdrawalMethod,
      }),
    ),
  }
}

/** A term of a vocabulary as node, other words as they are. */
function term(value: string) {
  return /^(?:dpv|pd|loc):[\w-]+$|^https?:\/\/\S+$/.test(value) ? {'@id': value} : value
}

function iri(id: string): string {
  return /^(?:https?|urn):\S+$/.test(id) ? id : urn('party', id)
}

function urn(...parts: readonly string[]): string {
  return `urn:proviso:${parts.map(encodeURIComponent).join(':')}`
}

function defined(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
