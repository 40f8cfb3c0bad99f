import type {Rule, TranslationRule} from '../../src/compiler/index.ts'

/** What the parser, the compiler and the settings report themselves. */
const OTHERS: readonly (readonly [string, string, string])[] = [
  ['emphasis-unmatched', 'error', '`**` or `__` marks nothing: its mate is missing, or stands where Markdown does not see it.'],
  ['html-unmatched', 'error', 'A tag such as `<u>` has no mate, and what it should mark is not marked.'],
  ['html-not-allowed', 'warning', 'A tag is left out: agreements use Markdown, `<u>` and `<ins>`.'],
  ['parameter-missing', 'error', 'A `{{name}}` has no value in the settings or on the command line.'],
  ['glyph-missing', 'error', 'No font of the documents can show a character.'],
  ['version-altered', 'error', 'A published version is not as its manifest says, or the chain of versions is broken.'],
  ['version-touched', 'error', 'A file of a published version was changed or removed since the revision that `--base` names.'],
  ['settings-syntax', 'error', 'A settings file is no YAML.'],
  ['settings-unknown-key', 'error', 'A settings file has a key that nothing reads.'],
  ['settings-missing-key', 'error', 'A settings file lacks a key.'],
  ['settings-value', 'error', 'A value in a settings file is of the wrong form.'],
  ['template-fault', 'error', 'A template asks for what does not exist, would print text without escaping, or is no Handlebars.'],
  ['silencer-without-reason', 'warning', 'A comment silences a rule and does not say why.'],
  ['silencer-unused', 'info', 'A comment silences a rule that finds nothing there.'],
]

/** docs/diagnostics.md from the documentation in the rules. */
export function rulesPage(rules: readonly Rule[], translationRules: readonly TranslationRule[]): string {
  const sections = rules.map(
    ({id, severity, summary, why, failing, passing}) => `## ${id}

${summary}

Severity: ${severity}.
${why}

Reported:

\`\`\`markdown
${failing.trimEnd()}
\`\`\`

Not reported:

\`\`\`markdown
${passing.trimEnd()}
\`\`\`
`,
  )
  const translations = translationRules.map(
    ({id, severity, summary, why, authoritative, failing, passing}) => `## ${id}

${summary}

Severity: ${severity}.
${why}

The authoritative text:

\`\`\`markdown
${authoritative.trimEnd()}
\`\`\`

Reported in its translation:

\`\`\`markdown
${failing.trimEnd()}
\`\`\`

Not reported:

\`\`\`markdown
${passing.trimEnd()}
\`\`\`
`,
  )
  const others = OTHERS.map(([id, severity, summary]) => `## ${id}\n\n${summary}\n\nSeverity: ${severity}.\n`)
  return `# Diagnostics

What \`proviso check\` reports.
A slip that a text repeats is told once, with its other places; the reporters \`json\` and \`sarif\` tell every place.
This page is made from the rules themselves; their examples are their tests.

A rule is silenced for the next clause by \`<!-- proviso-ignore rule-id: why -->\`, for a file by \`<!-- proviso-ignore-file rule-id: why -->\`.
Its severity is set in \`proviso.config.yaml\`: \`rules: {rule-id: warning}\`, or \`off\`.

${[...sections, ...translations, ...others].join('\n')}`
}
