import {Type} from 'typebox'

const place = Type.Object({
  path: Type.String(),
  label: Type.Optional(Type.String()),
  id: Type.Optional(Type.String({description: 'Permanent id'})),
  position: Type.Unknown({description: 'Lines and columns in the source'}),
})

const side = Type.Object({
  agreement: Type.Optional(Type.String()),
  version: Type.Optional(Type.String()),
  locale: Type.String(),
  sha256: Type.Optional(Type.String({description: 'Of the source'})),
})

const change = Type.Object({
  kind: Type.String({description: 'The strongest of all that happened to the clause'}),
  aspects: Type.Array(Type.String()),
  from: Type.Array(place),
  to: Type.Array(place),
  segments: Type.Optional(
    Type.Array(Type.Object({op: Type.Union([Type.Literal('equal'), Type.Literal('insert'), Type.Literal('delete')]), text: Type.String()})),
  ),
  rows: Type.Optional(
    Type.Array(
      Type.Object({
        kind: Type.Union([Type.Literal('added'), Type.Literal('removed'), Type.Literal('changed')]),
        from: Type.Optional(Type.Integer({description: 'Number of the row in the old version; the head is 0'})),
        to: Type.Optional(Type.Integer()),
        name: Type.String({description: 'Its first cell'}),
        cells: Type.Array(
          Type.Object({
            column: Type.Integer({description: 'From 1'}),
            name: Type.String({description: 'Head of the column'}),
            from: Type.Optional(Type.String()),
            to: Type.Optional(Type.String()),
          }),
        ),
      }),
      {description: 'Rows of a table that came, went or changed'},
    ),
  ),
  effects: Type.Array(Type.Object({kind: Type.String(), from: Type.Optional(Type.String()), to: Type.Optional(Type.String())})),
  materiality: Type.Union([Type.Literal('substantive'), Type.Literal('editorial')]),
  reason: Type.String(),
  replacement: Type.Optional(Type.Integer()),
})

/** What differs between two versions, clause by clause. */
export const diffSchema = Type.Object(
  {
    schemaVersion: Type.Literal(1),
    engine: Type.String({description: 'Version of tokenizer and matcher'}),
    from: side,
    to: side,
    summary: Type.Record(Type.String(), Type.Integer()),
    changes: Type.Array(change),
    replacements: Type.Array(
      Type.Object({from: Type.String(), to: Type.String(), count: Type.Integer(), paths: Type.Array(Type.String())}),
    ),
    diagnostics: Type.Array(Type.Unknown()),
  },
  {$id: 'Diff', title: 'Diff'},
)

/** What changed since a consent, a version or a day. */
export const changesSchema = Type.Object({
  schemaVersion: Type.Literal(1),
  agreement: Type.String(),
  since: Type.Object({
    kind: Type.Union([Type.Literal('consent'), Type.Literal('version'), Type.Literal('date')]),
    value: Type.String(),
    version: Type.String({description: 'Version that it means'}),
    locale: Type.String(),
  }),
  current: Type.String({description: 'Version that the comparison leads to'}),
  skipped: Type.Array(Type.String(), {description: 'Versions in between and the current one, the oldest first'}),
  isChanged: Type.Boolean(),
  requiresReconsent: Type.Boolean({description: 'Whether one of the skipped versions asked for a new consent'}),
  diff: Type.Ref('Diff'),
  redline: Type.String({description: 'Address of the comparison as a page'}),
})
