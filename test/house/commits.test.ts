import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commitRange } from '../../scripts/commits'

describe('given a repository, when its messages are to be judged', () => {
  let folder = ''
  const git = (...words: string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words], {
      cwd: folder,
      encoding: 'utf8',
    }).trim()
  const commit = (message: string): string => {
    git('commit', '-q', '--allow-empty', '-m', message)
    return git('rev-parse', 'HEAD')
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jifu-commits-'))
    git('init', '-q')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('then those since the last release are', () => {
    commit('feat: one')
    git('tag', 'v0.1.0')
    commit('feat: two')
    commit('feat: three')
    expect(commitRange(folder)).toEqual(['--from', 'v0.1.0', '--to', 'HEAD'])
  })

  test('then at the release itself the last one is', () => {
    commit('feat: one')
    git('tag', 'v0.1.0')
    expect(commitRange(folder)).toEqual(['--last'])
  })

  test('then without a release all that came along are, but the oldest', () => {
    const oldest = commit('feat: one')
    commit('feat: two')
    expect(commitRange(folder)).toEqual(['--from', oldest, '--to', 'HEAD'])
  })

  test('then of a single one that is', () => {
    commit('feat: one')
    expect(commitRange(folder)).toEqual(['--last'])
  })
})
