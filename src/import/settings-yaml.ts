import {Document} from 'yaml'
import type {ProposedSettings} from './propose-settings.ts'

/** Proposed settings as `agreement.yaml`; what was guessed, and the dates that the text gives, stand in comments. */
export function settingsYaml({settings, dates, guessed}: ProposedSettings): string {
  const document = new Document(settings)
  document.commentBefore = [
    ' Proposed by `proviso import` from the text of the agreement.',
    ...(guessed.length > 0 ? [` Not found in the text, please check: ${guessed.join(', ')}.`] : []),
    ...dates.map(({kind, date}) => ` The text says: ${kind} ${date}.`),
  ].join('\n')
  return document.toString({lineWidth: 0})
}
