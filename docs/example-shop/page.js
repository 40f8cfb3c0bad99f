import {createClient} from '/client/index.js'
import {wordsFor} from '/words.js'

const {language, words} = wordsFor(navigator.languages)
const main = document.querySelector('#main')
document.documentElement.lang = language
await show()

/** Shows what there is to do: read and agree, see what changed and agree again, or nothing but the receipt. */
async function show() {
  try {
    const {url, agreement, standing} = await ask('/standing')
    const proviso = createClient({url, languages: navigator.languages})
    if (standing.current === undefined) return fill([element('h1', {}, words.nothing)])
    if (!standing.mustAgreeAgain) return fill(agreed({url, agreement, standing}))
    const text = await proviso.text(agreement, standing.current, standing.accepted && {locale: standing.accepted.locale})
    const {locale} = text.consentMetadata
    const textAddress = `${url}/v1/agreements/${agreement}/versions/${standing.current}.html?locale=${locale}`
    if (standing.accepted) {
      const changes = await proviso.changes(agreement, {since: standing.accepted.recordId})
      return fill([...changed(changes, {url, locale, textAddress}), consentForm(text, {textDisplayed: 'link'})])
    }
    const {clauses} = await proviso.clauses(agreement, standing.current, {locale})
    return fill([...wholeText(clauses, text), consentForm(text, {textDisplayed: 'full'})])
  } catch (error) {
    return fill([element('p', {role: 'alert'}, words.failed(error.message))])
  }
}

function wholeText(clauses, {consentMetadata: {title, locale}}) {
  const parts = clauses.map(({kind, label = '', heading = '', text, limitations}) => {
    const head = [label, heading].filter(Boolean).join(' ')
    if (text === '') return element(kind === 'section' || kind === 'part' ? 'h3' : 'h4', {}, head)
    const wording = `${head} ${text}`.trim()
    if (limitations.length === 0) return element('p', {}, wording)
    return element(
      'p',
      {class: 'limits'},
      element('span', {lang: language, class: 'tag'}, words.limits),
      element('strong', {}, element('u', {}, wording)),
    )
  })
  return [
    element('h1', {}, words.read),
    element('p', {}, words.readNote),
    element(
      'section',
      {class: 'text', lang: locale, tabindex: '0', 'aria-labelledby': 'title'},
      element('h2', {id: 'title'}, title),
      ...parts,
    ),
  ]
}

function changed({since, current, redline, diff}, {url, locale, textAddress}) {
  const rows = diff.changes.map(({kind, from, to, segments = [], effects}) => {
    const [place] = to.length > 0 ? to : from
    return element(
      'li',
      {},
      element('h2', {}, element('span', {class: 'tag'}, words.kinds[kind]), ` ${place?.label ?? place?.path ?? ''}`),
      element('p', {lang: locale}, ...segments.map(segment)),
      ...effects.map(({from: old, to: now}) =>
        element('p', {class: 'effect'}, words.effect, element('bdi', {lang: locale}, [old, now].filter(Boolean).join(' → '))),
      ),
    )
  })
  return [
    element('h1', {}, words.changed),
    element('p', {}, words.changedNote(since.version, current)),
    element('p', {}, words.changedNet(rows.length)),
    element('ol', {class: 'changes'}, ...rows),
    element('p', {}, outside(url + redline, words.redline), ' · ', outside(textAddress, words.wholeText)),
  ]
}

/** Struck out and underlined, and in words for those who do not see that. */
function segment({op, text}) {
  if (op === 'equal') return text
  const [tag, spoken] = op === 'insert' ? ['ins', words.after] : ['del', words.before]
  return element(tag, {}, element('span', {class: 'spoken', lang: language}, spoken), text)
}

/** The box is empty at first: nobody agrees by default. */
function consentForm({consentMetadata: shown}, {textDisplayed}) {
  const act = crypto.randomUUID()
  const label = words.checkbox(shown.title, shown.version)
  const box = element('input', {type: 'checkbox', id: 'agree', required: ''})
  const note = element('p', {role: 'status', id: 'note'})
  const form = element(
    'form',
    {novalidate: ''},
    element('p', {}, box, element('label', {for: 'agree'}, label)),
    note,
    element('button', {type: 'submit'}, words.agree),
  )
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (!box.checked) {
      note.textContent = words.checkFirst
      return box.focus()
    }
    try {
      const expression = {method: 'checkbox', controlLabel: label, controlDefaultState: 'unchecked', textDisplayed}
      await ask('/agree', {method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify({act, shown, expression})})
      await show()
    } catch (error) {
      note.textContent = words.failed(error.message)
    }
  })
  return form
}

function agreed({url, agreement, standing: {accepted, current}}) {
  const day = new Date(accepted.at).toLocaleString(language, {dateStyle: 'long', timeStyle: 'short'})
  const address = `${url}/v1/agreements/${agreement}/versions/${current}.html?locale=${accepted.locale}`
  return [
    element('h1', {}, words.done),
    element('p', {}, words.doneNote(accepted.version, day)),
    element('p', {}, element('a', {href: '/receipt.json', download: ''}, words.receipt), ' · ', outside(address, words.wholeText)),
    element('p', {}, words.receiptNote),
  ]
}

async function ask(address, options) {
  const answer = await fetch(address, options)
  const document = await answer.json()
  if (!answer.ok) throw new Error(document.message)
  return document
}

/** Puts content in the place of what is shown, and readers at its beginning. */
function fill(content) {
  main.replaceChildren(...content)
  main.focus()
}

function outside(href, text) {
  return element('a', {href, target: '_blank', rel: 'noopener'}, text, element('span', {class: 'spoken'}, words.opens))
}

/** Text becomes text and never markup. */
function element(name, attributes, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}
