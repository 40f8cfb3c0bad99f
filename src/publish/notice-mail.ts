import {sha256} from './sha256.ts'

/**
 * A notice as an electronic message (RFC 5322, MIME) that a mail program opens as a draft: plain text and HTML as alternatives, in UTF-8.
 * Sender, recipients and date are left to who sends it; the same notice gives the same bytes.
 */
export function noticeMail({subject, text, html}: {readonly subject: string; readonly text: string; readonly html: string}): string {
  const boundary = `proviso-${sha256(text + html).slice(0, 16)}`
  const part = (type: string, content: string) => [
    `--${boundary}`,
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    ...inLines(content),
  ]
  return `${[
    `Subject: ${encodedWords(subject)}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...part('text/plain', text),
    ...part('text/html', html),
    `--${boundary}--`,
  ].join('\r\n')}\r\n`
}

function inLines(content: string): string[] {
  return (
    Buffer.from(content)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  )
}

/** Text of a header in encoded words of at most 75 characters (RFC 2047), no character cut in two. */
function encodedWords(text: string): string {
  const words: string[] = []
  let word = ''
  for (const character of text) {
    if (Buffer.byteLength(word + character) > BYTES_A_WORD) {
      words.push(word)
      word = ''
    }
    word += character
  }
  return [...words, word].map((part) => `=?utf-8?B?${Buffer.from(part).toString('base64')}?=`).join('\r\n ')
}

/** 52 characters of base64; with `=?utf-8?B?`, `?=` and the name of the header at most 76 a line. */
const BYTES_A_WORD = 39
