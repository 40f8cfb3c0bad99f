import {Type} from 'typebox'
import {line} from './schema-parts.ts'

/**
 * How the subject expressed their will.
 * `continued-use` is recorded and flagged weak: Order 116 of 2025 Art. 16, BGB § 308 Nr. 5.
 */
export const expressionSchema = Type.Object(
  {
    method: Type.Enum(['click', 'checkbox', 'signature', 'scroll-and-click', 'spoken', 'api', 'continued-use'], {
      description: 'What the subject did',
    }),
    controlLabel: Type.Optional(line('Words on the control, as shown', 500)),
    controlDefaultState: Type.Optional(
      Type.Enum(['unchecked', 'checked', 'none'], {
        description: 'State of the control before the subject touched it; `none` for a button',
      }),
    ),
    textDisplayed: Type.Enum(['full', 'link', 'none'], {
      description: 'Whether the text itself was before the subject, or a link to it',
    }),
    scrolledToEnd: Type.Optional(Type.Boolean({description: 'Whether the text was scrolled to its end'})),
    dwellMs: Type.Optional(Type.Integer({minimum: 0, maximum: 1e12, description: 'Milliseconds for which the text was shown'})),
    steps: Type.Optional(Type.Array(line('One step of the flow'), {maxItems: 50, description: 'Steps of the flow, in order'})),
  },
  {additionalProperties: false},
)

/** Made from {@link expressionSchema}. */
export type Expression = Type.Static<typeof expressionSchema>
