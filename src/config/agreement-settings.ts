import {Type} from 'typebox'
import {NAME_PATTERN} from '../compiler/index.ts'
import {parameters, text} from './schema-parts.ts'

/** What `agreement.yaml` holds: who offers the agreement to whom, under which law, in which languages. */
export const agreementSettingsSchema = Type.Object(
  {
    id: Type.Optional(
      Type.String({
        pattern: NAME_PATTERN,
        description: 'Name of the agreement in commands, addresses and records; the folder name where it is left out',
      }),
    ),
    titles: Type.Record(Type.String(), text('Title of the agreement in this language'), {description: 'Titles by language (BCP 47)'}),
    provider: Type.Object(
      {
        name: text('Legal name of the provider'),
        names: Type.Optional(Type.Record(Type.String(), text('Legal name in this language'))),
        address: Type.Optional(Type.Union([text('Registered address'), Type.Record(Type.String(), text('Address in this language'))])),
        contact: Type.Optional(
          Type.Union([text('Where readers can ask'), Type.Record(Type.String(), text('A way to reach the provider'))]),
        ),
      },
      {additionalProperties: true, description: 'Who offers the agreement'},
    ),
    counterparty: Type.Object(
      {kind: Type.Union([Type.Literal('business'), Type.Literal('consumer'), Type.Literal('both')])},
      {additionalProperties: true},
    ),
    authoritativeLocale: text('Language of the text that decides when translations differ'),
    timeZone: text('IANA time zone in which dates of the agreement count, such as Asia/Shanghai'),
    profile: Type.Object(
      {
        role: Type.Union([
          Type.Literal('platform'),
          Type.Literal('direct'),
          Type.Literal('payment'),
          Type.Literal('telecom'),
          Type.Literal('intermediation'),
        ]),
        counterparty: Type.Union([Type.Literal('business'), Type.Literal('consumer'), Type.Literal('both')]),
        markets: Type.Array(Type.String(), {minItems: 1, description: 'CN, EU, DE, UK, US, US-CA, JP'}),
      },
      {additionalProperties: false, description: 'Selects the rules of law that apply'},
    ),
    parameters: Type.Optional(parameters('Values for {{name}} in the text')),
    noticePolicy: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), {description: 'Notice periods that the provider promises beyond the law'}),
    ),
  },
  {additionalProperties: false},
)

/** Settings of one agreement; made from {@link agreementSettingsSchema}. */
export type AgreementSettings = Type.Static<typeof agreementSettingsSchema>
