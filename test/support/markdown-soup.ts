import fc from 'fast-check'

/** Sources in which everything that means something to Markdown or to the label grammar stands anywhere. */
export function markdownSoup(): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...INGREDIENTS), {maxLength: 40}).map((parts) => parts.join(''))
}

const INGREDIENTS = [
  ...['\n', '\n', '\n\n', '\n\n', '  \n', '\r\n', '\\\n', ' ', '\t', '　', '\u2028', '\u200b', '\u00a0'],
  ...['# ', '## ', '### ', '\n---\n', '\n===\n', '> ', '- ', '* ', '1. ', '2. ', '9) ', '    ', '```\n', '| a | b |\n| - | - |\n'],
  ...['**', '*', '__', '_', '~~', '`', '<u>', '</u>', '<b>', '</b>', '<br>', '<Data Officer>', '<!-- note -->', '&amp;', '&#65;', '\\*'],
  ...['[text](url)', '![picture](url)', '[^1]', '[^1]: ', '[ref]', '[ref]: url\n', 'a\tb\tc\n', '{{name}}'],
  ...[
    '一、',
    '二、',
    '第一条 ',
    '第二章 ',
    '（一）',
    '（二）',
    '1.1 ',
    '1.2',
    '2.1.1 ',
    '(a) ',
    '(i)',
    'b) ',
    '①',
    '• ',
    '– ',
    'A. ',
    '§ 1 ',
    'Article 2 ',
  ],
  ...[
    '定义',
    '协议',
    '：',
    '。',
    'Terms of Service',
    'Scope',
    'Text of a clause.',
    'text: ',
    '版本：2020年1月2日',
    '“我们”',
    '𠀀',
    '1.5倍',
  ],
]
