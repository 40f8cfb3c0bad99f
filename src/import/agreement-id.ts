/** Name for the folder of an agreement: from its title where that is written in Latin letters, else from the file; numbered where it is taken. */
export function agreementId(title: string | undefined, fileName: string, taken: ReadonlySet<string>): string {
  const fromTitle = slug(title ?? '')
  const isLatin = title !== undefined && !/[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}\p{M}]/u.test(title)
  const base = (isLatin && fromTitle !== '' ? fromTitle : slug(fileName.replace(/\.[A-Za-z0-9]{1,8}$/, ''))) || 'agreement'
  if (!taken.has(base)) return base
  let number = 2
  while (taken.has(`${base}-${number}`)) number += 1
  return `${base}-${number}`
}

function slug(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '')
}
