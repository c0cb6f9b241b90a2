// Puts a mini-program and the phone's runtime into one script and one style sheet, by esbuild.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, resolve } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { absentTags, tags } from '../elements/templates'
import { readProject, type Project } from './project'
import { compileStyles, type Styles } from './styles'
import { compileTemplates, type Templates } from './templates'

export interface Bundle {
  script: string
  styles: string
  /** What a person should know: a missing file, a template that does not compile. */
  problems: string[]
  /** Everything it was made from. */
  files: string[]
}

const phone = resolve(__dirname, '..')

/** Compiles the mini-program at a root. Throws when its scripts do not compile. */
export async function bundle(root: string): Promise<Bundle> {
  const project = readProject(root)
  const templates = compileTemplates(project)
  const styles = compileStyles(project)
  const { outputFiles, metafile } = await build({
    entryPoints: ['phone:entry'],
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    keepNames: true,
    absWorkingDir: root,
    plugins: [parts(project, templates, styles)],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: true } },
  })
  const scripts = Object.keys(metafile.inputs).filter((file) => !file.includes(':'))
  return {
    script: outputFiles[0]!.text,
    styles: [
      readFileSync(join(phone, 'elements/elements.css'), 'utf8'),
      ...absentTags.map(named),
      styles.app,
      styles.components,
    ].join('\n'),
    problems: [...project.problems, ...templates.problems],
    files: [
      ...scripts.map((file) => resolve(root, file)),
      ...templates.files,
      ...styles.files,
      ...jsonFiles(project),
    ],
  }
}

/** An element that is not here says so where it would stand. */
const named = (tag: string): string =>
  `wx-${tag}::before{content:'<${tag}> 在本地手机中还没有';color:#ad1f17}`

function jsonFiles({ root, parts: all }: Project): string[] {
  return ['app', ...all.keys()].map((id) => join(root, `${id}.json`)).filter((file) => existsSync(file))
}

function parts(project: Project, templates: Templates, styles: Styles): Plugin {
  const scripts = new Map([...project.parts.keys()].map((id) => [scriptOf(project.root, id), id]))
  return {
    name: 'miniprogram',
    setup(setup) {
      setup.onResolve({ filter: /^phone:/ }, ({ path }) => ({ path, namespace: 'phone' }))
      setup.onLoad({ filter: /^phone:entry$/, namespace: 'phone' }, () => ({
        contents: entry(
          project,
          [...scripts.keys()].filter((file): file is string => file !== null),
        ),
        resolveDir: project.root,
      }))
      setup.onLoad({ filter: /^phone:parts$/, namespace: 'phone' }, () => ({
        contents: described(project, templates, styles),
        resolveDir: phone,
      }))
      setup.onResolve({ filter: /^[^./]/ }, (asked) => npmPath(project.root, asked.path, asked.importer))
      // Component() does not say whose it is: each file says its path before its first line runs.
      setup.onLoad({ filter: /\.(ts|js)$/ }, ({ path }) => {
        const id = scripts.get(path)
        if (id === undefined) return undefined
        return {
          contents: `globalThis.__phone.at(${JSON.stringify(id)});${readFileSync(path, 'utf8')}`,
          loader: path.endsWith('.ts') ? 'ts' : 'js',
          resolveDir: dirname(path),
        }
      })
    },
  }
}

/** The script of a part, null when it has none. */
function scriptOf(root: string, id: string): string | null {
  return ['.ts', '.js'].map((end) => join(root, id + end)).find((file) => existsSync(file)) ?? null
}

/** First the runtime, then what the parts are, then App(), then every part, then the first page. */
function entry(project: Project, scripts: string[]): string {
  const app = scriptOf(project.root, 'app')
  return [
    `import { boot } from ${JSON.stringify(join(phone, 'runtime/boot.ts'))}`,
    "import 'phone:parts'",
    ...[...(app ? [app] : []), ...scripts].map((file) => `import ${JSON.stringify(file)}`),
    'boot()',
  ].join('\n')
}

function described(project: Project, { code }: Templates, styles: Styles): string {
  const configs = Object.fromEntries([...project.parts].map(([id, part]) => [id, part.json]))
  const app = { ...project.app, pages: project.pages }
  const given = { app, configs, scopes: styles.scopes, pageStyles: styles.pages, tags: [...tags], absentTags }
  return [
    `import { register } from ${JSON.stringify(join(phone, 'runtime/code-space.ts'))}`,
    `register(${code}, ${JSON.stringify(given)})`,
  ].join('\n')
}

/** An npm import inside the mini-program: miniprogram_npm below the importer's package, then the root's. */
function npmPath(root: string, path: string, importer: string): { path: string } | undefined {
  if (!importer.startsWith(root)) return undefined
  const folders = climb(root, dirname(importer)).map((folder) => join(folder, 'miniprogram_npm', path))
  const files = folders.flatMap((base) => [`${base}.js`, join(base, 'index.js'), base])
  const file = files.find((one) => /\.js$/.test(one) && existsSync(one))
  return file ? { path: file } : undefined
}

function climb(root: string, folder: string): string[] {
  const below = relative(root, folder)
  if (below.startsWith('..')) return [root]
  const names = below === '' ? [] : below.split(/[\\/]/)
  return names.map((_name, i) => join(root, posix.join(...names.slice(0, names.length - i)))).concat(root)
}
