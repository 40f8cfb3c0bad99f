import {Type} from 'typebox'
import {parameters, text} from './schema-parts.ts'

/** What `proviso.config.yaml` holds; every field has a default. */
export const projectSettingsSchema = Type.Object(
  {
    site: Type.Optional(
      Type.Object(
        {
          name: Type.Optional(text('Name of the site')),
          url: Type.Optional(Type.String({pattern: '^https?://', description: 'Address under which dist/ is served'})),
        },
        {additionalProperties: false},
      ),
    ),
    server: Type.Optional(
      Type.Object(
        {
          host: Type.Optional(text('Address that serve listens at (default: 127.0.0.1)')),
          port: Type.Optional(Type.Integer({minimum: 0, maximum: 65535, description: 'Port that serve listens at (default: 8080)'})),
          database: Type.Optional(text('SQLite file or postgres: address of the consents; without one the server is read-only')),
          logOrigin: Type.Optional(text('Name of the transparency log, for ever (default: host of site.url with /v1/log)')),
          requestsPerMinute: Type.Optional(Type.Integer({minimum: 1, description: 'Requests of one address in a minute (default: 600)'})),
        },
        {additionalProperties: false},
      ),
    ),
    agreements: Type.Optional(text('Folder with one folder for each agreement (default: agreements)')),
    templates: Type.Optional(text('Folder whose files take the place of the built-in templates (default: templates)')),
    out: Type.Optional(text('Folder for what build writes (default: dist)')),
    parameters: Type.Optional(parameters('Values for {{name}} in all agreements')),
    rules: Type.Optional(
      Type.Record(Type.String(), Type.Union([Type.Literal('error'), Type.Literal('warning'), Type.Literal('info'), Type.Literal('off')]), {
        description: 'Severity by rule id',
      }),
    ),
  },
  {additionalProperties: false},
)

/** Settings of a project; made from {@link projectSettingsSchema}. */
export type ProjectSettings = Type.Static<typeof projectSettingsSchema>
