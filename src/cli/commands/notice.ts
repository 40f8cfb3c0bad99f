import {resolve} from 'node:path'
import {Command, Option} from 'commander'
import pc from 'picocolors'
import {
  type ChangeNotice,
  createHtmlRenderer,
  latestAnnouncement,
  noticeFaults,
  noticeMail,
  renderNoticeMarkdown,
  renderNoticeText,
  translator,
  viewNotice,
  viewRedline,
} from '../../index.ts'
import {OperationalError, writeWhole} from '../../io/index.ts'
import {type CommandContext, workFolder} from '../command-context.ts'
import {draftNotices, type NoticeDraft, type NoticeOptions} from '../draft-notices.ts'
import {EXIT_FINDINGS} from '../exit-codes.ts'

/** `proviso notice <ref>`: the change notice of a text against the version in force. */
export function noticeCommand({finish}: CommandContext): Command {
  return new Command('notice')
    .description('Draft the notice of changes: what changes and in whose favour, when it may take effect and why, who must agree again.')
    .argument('<ref>', 'the new text: id of an agreement, file, git:<rev>:<path>, or `-`')
    .argument('[old]', 'the version in force; the published one where it is left out')
    .option('--from <ref>', 'the version in force, as the second argument')
    .option('--published <date>', 'day or instant of the announcement (default: today)')
    .option('--delivered <date>', 'day on which messages arrived, where it is known')
    .option('--effective <date>', 'day of effect to check (default: the first safe working day)')
    .option('--latest-announcement', 'print the last day on which to announce, for `--effective`')
    .option('--comments <from..to>', 'period in which comments were heard')
    .option('--transition-end <date>', 'last day on which the old terms still serve')
    .option('--concerns <what>', 'what the change is about beside its text: price, feature, maintenance; parted by commas')
    .option('--profile <role/counterparty/markets>', 'for a file outside a project, for example platform/both/CN')
    .option('--time-zone <name>', 'for a file outside a project (default: Asia/Shanghai)')
    .option('--contact <text>', 'whom to ask; may be repeated', collect, [])
    .option('--via <channel>', 'how readers are told; may be repeated', collect, [])
    .option('--link <old|new|redline=address>', 'where a full text is; may be repeated', collect, [])
    .option('--summary <text>', 'what changes, in your own words: at most 140 characters')
    .option('--version-name <name>', 'name of the new version')
    .option('--override <what>', 'a rule id, reconsent=<decision> or <clause>=<direction>; may be repeated', collect, [])
    .option('--reason <text>', 'why, for `--override`; the notice shows it')
    .option('--by <name>', 'who decided, for `--override`')
    .addOption(
      new Option('-f, --format <form>', 'how to write it').choices(['text', 'md', 'html', 'mail', 'json', 'short']).default('text'),
    )
    .option('--json', 'the same as -f json')
    .option('-o, --output <file>', 'write to a file')
    .option('--locale <tag>', 'language of the notice: which text of an agreement, or which words for a file')
    .option('--param <name=value>', 'value of a parameter; may be repeated', collect, [])
    .addHelpText(
      'after',
      `
Ends with 1 where a rule forbids the day of effect, or where the notice lacks what it must say.

Examples:
  proviso notice sms-service --effective 2027-01-15
  proviso notice sms-service --from git:v1:agreements/sms-service/zh-CN.md -f html -o notice.html
  proviso notice sms-service -f mail -o notice.eml
  proviso notice sms-service --locale en -f md --published 2026-12-01
  proviso notice new.md old.md --profile platform/both/CN --json | jq '.rules[] | {id, verdict, computed}'
  proviso notice sms-service --effective 2027-03-01 --latest-announcement
`,
    )
    .action(async (reference: string, old: string | undefined, options: NoticeOptions, command: Command) => {
      const folder = workFolder(command)
      const drafts = await draftNotices(reference, old ?? options.from, options, folder)
      if (options.latestAnnouncement) {
        printLatest(drafts, options)
        return
      }
      const format = options.json ? 'json' : options.format
      const content = contentOf(drafts, format)
      const faults = drafts.flatMap(({notice, isInProject}) =>
        noticeFaults(notice).map((fault) => ({...fault, isFatal: isInProject || fault.field !== 'contact'})),
      )
      for (const {message, isFatal} of faults) process.stderr.write(`${isFatal ? pc.red('✖') : pc.yellow('!')} ${message}\n`)
      if (faults.some(({isFatal}) => isFatal)) {
        finish(EXIT_FINDINGS)
        return
      }
      if (options.output === undefined) process.stdout.write(content)
      else await writeWhole(resolve(folder, options.output), content)
      for (const {notice} of drafts) printVerdict(notice)
      if (drafts.some(({notice}) => notice.verdict === 'error')) finish(EXIT_FINDINGS)
    })
}

function collect(value: string, all: readonly string[]): readonly string[] {
  return [...all, value]
}

function contentOf(drafts: readonly NoticeDraft[], format: string): string {
  if (format === 'json') {
    const [first] = drafts
    const document = drafts.length === 1 && first ? first.notice : {schemaVersion: 1, notices: drafts.map(({notice}) => notice)}
    return `${JSON.stringify(document, undefined, 1)}\n`
  }
  if ((format === 'html' || format === 'mail') && drafts.length > 1)
    throw new OperationalError(
      'agreements-several',
      'The text holds several agreements that change',
      'Write them with `-f md`, or part the file.',
      {
        isMissing: false,
      },
    )
  return drafts
    .map(({notice, comparison: {from, to, diff}, templates}) => {
      if (format === 'short') return `${notice.shortText}\n`
      const translate = translator(templates.messages, notice.locale)
      const redline = viewRedline({from: from.agreement, to: to.agreement, diff, translate})
      const view = viewNotice(notice, redline, translate)
      if (format === 'mail')
        return noticeMail({
          subject: view.title,
          text: renderNoticeText(view, translate),
          html: createHtmlRenderer(templates).noticeMail(view),
        })
      if (format === 'html') return createHtmlRenderer(templates).notice(view)
      return format === 'md' ? renderNoticeMarkdown(view, translate) : renderNoticeText(view, translate)
    })
    .join('\n')
}

function printVerdict({verdict, rules, effectiveAt, earliestEffective}: ChangeNotice): void {
  const sign = verdict === 'error' ? pc.red('✖') : verdict === 'warning' ? pc.yellow('!') : pc.green('✔')
  const against = rules.filter((rule) => rule.verdict === 'error' || rule.verdict === 'warning')
  const earliest = earliestEffective ? `, earliest ${earliestEffective.strict}` : ''
  process.stderr.write(`${sign} effective ${effectiveAt.slice(0, 10)}${earliest}\n`)
  for (const {id, verdict: own, code} of against) process.stderr.write(`  ${own} by ${id} (${code ?? ''})\n`)
}

function printLatest(drafts: readonly NoticeDraft[], {json, format, effective}: NoticeOptions): void {
  if (effective === undefined)
    throw new OperationalError('effective-missing', '`--latest-announcement` needs a day of effect', 'Add `--effective <date>`.', {
      isMissing: false,
    })
  for (const {request} of drafts) {
    const latest = latestAnnouncement({...request, effective})
    if ('type' in latest)
      throw new OperationalError(
        'calendar-missing',
        `The working days of ${latest.year} are not known`,
        'Choose another day, or bring a table for that year.',
        {isMissing: false},
      )
    if (json || format === 'json') process.stdout.write(`${JSON.stringify({schemaVersion: 1, ...latest}, undefined, 1)}\n`)
    else {
      process.stdout.write(`Announce by ${latest.strict} (customarily ${latest.customary}) to take effect on ${latest.effective}\n`)
      for (const {id, strict, customary} of latest.rules) process.stdout.write(`  ${id}  ${strict}  (${customary})\n`)
    }
  }
}
