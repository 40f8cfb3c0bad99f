// Search over the clauses of all agreements, without a server. The page works without it.
const place = document.querySelector('.search')
const {base, indexes, label, found, none} = place.dataset
const limit = 50
let loading

const input = document.createElement('input')
input.type = 'search'
input.id = 'search'
input.autocomplete = 'off'
const caption = document.createElement('label')
caption.htmlFor = 'search'
caption.textContent = label
const status = document.createElement('p')
status.setAttribute('role', 'status')
const list = document.createElement('ol')
place.append(caption, input, status, list)
place.hidden = false

input.addEventListener('focus', load)
input.addEventListener('input', search)

function load() {
  loading ??= Promise.all(
    indexes.trim().split(' ').map(async (name) => (await (await fetch(base + name)).json()).texts),
  ).then((texts) => texts.flat())
  return loading
}

async function search() {
  const words = fold(input.value).split(/\s+/).filter(Boolean)
  const texts = await load()
  if (fold(input.value).split(/\s+/).filter(Boolean).join(' ') !== words.join(' ')) return
  const hits = []
  let count = 0
  if (words.join('').length > 1)
    for (const text of texts)
      for (const [anchor, path, words_] of text.clauses) {
        const folded = fold(words_)
        if (!words.every((word) => folded.includes(word))) continue
        count += 1
        if (hits.length < limit) hits.push({href: `${base}${text.href}#${anchor}`, title: text.title, path, words: words_, at: folded.indexOf(words[0])})
      }
  status.textContent = words.join('').length < 2 ? '' : count === 0 ? none : found.replace('{count}', String(count))
  list.replaceChildren(...hits.map(hit))
}

function hit({href, title, path, words, at}) {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.href = href
  link.textContent = `${title} ${path}`
  const start = Math.max(0, at - 40)
  const excerpt = document.createElement('p')
  excerpt.textContent = (start > 0 ? '…' : '') + words.slice(start, start + 160) + (words.length > start + 160 ? '…' : '')
  item.append(link, excerpt)
  return item
}

function fold(text) {
  return text.normalize('NFKC').toLowerCase()
}
