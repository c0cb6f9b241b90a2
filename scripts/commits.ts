// Which commits have their messages judged: all since the last release. commitlint passes over what git itself says of
// a merge or a revert (「Merge branch …」, 「Revert "…"」); a merge with words of its own is judged like any commit.
import { execFileSync } from 'node:child_process'

/** The last commit before each message was judged; some before it would not pass. */
const START = '4ebd936'

/** git's answer in this folder, null when it has none. */
function asked(folder: string, ...question: string[]): string | null {
  try {
    return execFileSync('git', question, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return null
  }
}

/**
 * commitlint's range: since the last tag, else since the fixed start, else, in a clone that is too shallow for either,
 * since the oldest commit that came along. Nothing since then: the last commit alone.
 */
export function commitRange(folder: string): string[] {
  const since =
    asked(folder, 'describe', '--tags', '--abbrev=0', '--match', 'v*') ??
    asked(folder, 'rev-parse', '--verify', `${START}^{commit}`) ??
    asked(folder, 'rev-list', 'HEAD')?.split('\n').at(-1)
  const some = since !== undefined && Number(asked(folder, 'rev-list', '--count', `${since}..HEAD`)) > 0
  return some ? ['--from', since, '--to', 'HEAD'] : ['--last']
}
