// Finds the paths of this checkout that a document or a comment cites.

const TOP_LEVEL = '(?:functions|infra|shared|web|tests)'
const BACKTICKED = new RegExp(`\`(?:\\./)?(${TOP_LEVEL}/[^\`\\s]*)\``, 'g')
const BARE = new RegExp(
  `(?<![\\w/.:@#-])(${TOP_LEVEL}/[\\w./-]*\\.(?:ts|tsx|mjs|md|json|astro|css)|${TOP_LEVEL}/(?:[\\w-]+/)+)(?![\\w*{<])`,
  'g',
)

/** Paths with a known top-level folder: in Markdown anywhere, in code within comments. */
export function citedPaths(document: string, text: string): string[] {
  const prose = document.endsWith('.md') ? text : commentsOf(text)
  const cited = [...prose.matchAll(BACKTICKED), ...prose.replaceAll(/`[^`\n]*`/g, '').matchAll(BARE)]
  return cited
    .flatMap((match) => match[1] ?? [])
    .filter((path) => !path.startsWith('tests/architecture/fixtures'))
}

function commentsOf(text: string): string {
  return [...text.matchAll(/^\s*(?:\/\/|\/?\*)(.*)$/gm)].map((match) => match[1] ?? '').join('\n')
}
