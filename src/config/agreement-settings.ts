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
        markets: Type.Array(Type.String(), {minItems: 1, description: 'CN, EU or one of its states, UK, US, US-CA, JP'}),
        userScale: Type.Optional(
          Type.Union([Type.Literal('ordinary'), Type.Literal('huge')], {
            description: 'huge: so many users that a change counts as important (PRC Order 116 art. 12)',
          }),
        ),
      },
      {additionalProperties: false, description: 'Selects the rules of law that apply'},
    ),
    parameters: Type.Optional(parameters('Values for {{name}} in the text')),
    noticePolicy: Type.Optional(
      Type.Object(
        {
          amendmentDays: Type.Optional(days('Days of notice before any change')),
          priceDays: Type.Optional(days('Days of notice before a change of prices')),
          featureDays: Type.Optional(days('Days of notice before a feature ends')),
          maintenanceDays: Type.Optional(days('Days of notice before maintenance')),
          majorShare: Type.Optional(
            Type.Number({
              minimum: 0,
              maximum: 1,
              description: 'Share of changed clauses from which a platform change is important (default: 0.2)',
            }),
          ),
          preferFirstOfMonth: Type.Optional(Type.Boolean({description: 'Suggest the first day of a month'})),
          workCalendar: Type.Optional(text('Whose working days count: CN, DE, UK, US, JP (default: by time zone)')),
        },
        {additionalProperties: false, description: 'Notice that the provider promises beyond the law, and how it chooses dates'},
      ),
    ),
  },
  {additionalProperties: false},
)

function days(description: string) {
  return Type.Integer({minimum: 0, maximum: 3660, description})
}

/** Settings of one agreement; made from {@link agreementSettingsSchema}. */
export type AgreementSettings = Type.Static<typeof agreementSettingsSchema>
