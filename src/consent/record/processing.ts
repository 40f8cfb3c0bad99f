import {Type} from 'typebox'
import {line} from './schema-parts.ts'

const term = (description: string) => line(`${description}: a term of DPV such as \`dpv:ServiceProvision\`, an IRI, or words`, 300)
const terms = (description: string) => Type.Array(term(description), {minItems: 1, maxItems: 100})

const party = Type.Object(
  {
    id: line('Identifier, such as a company number or an IRI', 300),
    name: line('Name', 300),
    address: line('Postal address', 500),
    contact: line('Contact, such as an e-mail address', 300),
    type: Type.Optional(line('Type of the party')),
    url: Type.Optional(line('Address on the web', 500)),
    country: Type.Optional(Type.String({pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 code'})),
  },
  {additionalProperties: false},
)

const purpose = Type.Object(
  {
    purpose: term('Purpose'),
    purposeTypes: Type.Optional(terms('Category of the purpose')),
    lawfulBasis: Type.Optional(term('Legal basis')),
    state: Type.Enum(['given', 'refused'], {
      description: 'What the subject chose for this purpose alone (PIPL Art. 23, 25, 29, 39 ask for separate consent)',
    }),
    isPrimary: Type.Optional(Type.Boolean({description: 'Whether the service cannot be given without it'})),
    personalData: Type.Array(
      Type.Object(
        {
          type: term('Kind of personal data'),
          isOptional: Type.Optional(Type.Boolean()),
          isSensitive: Type.Optional(Type.Boolean({description: 'Sensitive or special category (PIPL Art. 28; GDPR Art. 9)'})),
        },
        {additionalProperties: false},
      ),
      {minItems: 1, maxItems: 200},
    ),
    processing: Type.Optional(terms('What is done with the data')),
    collection: Type.Optional(term('How the data are collected')),
    recipients: Type.Array(line('Recipient', 300), {maxItems: 200, description: 'Third parties that receive the data; empty for none'}),
    storageLocations: terms('Where the data are kept'),
    retentionPeriod: line('How long the data are kept, as ISO 8601 duration or words'),
    withdrawalMethod: line('How to withdraw', 500),
    jurisdiction: term('Jurisdiction, such as `loc:CN`'),
  },
  {additionalProperties: false},
)

/** What a consent to data processing covers: the fields of ISO/IEC TS 27560:2023 with the terms of DPV 2.3. */
export const processingSchema = Type.Object(
  {
    service: Type.Optional(line('Service that the data are for', 300)),
    controllers: Type.Array(party, {minItems: 1, maxItems: 20}),
    purposes: Type.Array(purpose, {minItems: 1, maxItems: 100}),
    rights: Type.Optional(terms('Rights of the subject')),
    authority: Type.Optional(line('Supervisory authority', 300)),
  },
  {additionalProperties: false},
)

/** Made from {@link processingSchema}. */
export type Processing = Type.Static<typeof processingSchema>
