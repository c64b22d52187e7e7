/** Which step may know of which: the table of src/README.md. A ban names its reason, so that whoever meets it knows what to do instead. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: {path: from},
  to: {pathNot: [...allowed, '^node_modules/'].join('|'), dependencyTypesNot: ['npm', 'npm-dev', 'npm-no-pkg', 'core']}
})

const report = '^src/report\\.ts$'
const tree = '^src/tree\\.ts$'
const comparison = '^src/comparison\\.ts$'
const commentForm = '^src/comment-form\\.ts$'
const wording = '^src/wording\\.ts$'
const comparable = '^src/comparable\\.ts$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'core-runs-anywhere',
      comment: 'The core must work in a browser: what needs Node belongs in src/cli or src/scripts.',
      severity: 'error',
      from: {path: '^(src|plugins)/', pathNot: '^src/(cli|scripts)/'},
      to: {dependencyTypes: ['core']}
    },
    {
      name: 'no-undeclared-package',
      comment:
        'What runs at a user’s must be in dependencies, or it will be missing there. The offline page carries all it needs in its one file.',
      severity: 'error',
      from: {path: '^(src|plugins)/', pathNot: '^src/(scripts|browser)/'},
      to: {dependencyTypes: ['npm-dev', 'npm-no-pkg', 'unknown']}
    },
    only(
      'text-knows-no-plans',
      '^src/text/',
      ['^src/text/', '^rules/vocabulary/'],
      'src/text is about language: a question about plans belongs in src/model.'
    ),
    only(
      'readers-know-only-the-tree',
      '^src/readers/',
      ['^src/readers/', tree],
      'A reader turns bytes into a tree and knows nothing of what is asked of it.'
    ),
    only(
      'model-asks-no-rules',
      '^src/model/',
      ['^src/model/', '^src/text/', '^rules/vocabulary/', tree, report],
      'The model is built before any rule runs and from any format: it must not know readers, rules or reporters.'
    ),
    only(
      'engine-knows-no-rule',
      '^src/engine/',
      ['^src/engine/', '^src/model/', '^src/text/', tree, report, commentForm, comparable, wording],
      'The engine runs any rule: knowledge of one belongs in its plugin and its folder under rules/.'
    ),
    {
      name: 'plugin-stands-alone',
      comment: 'Two rules that share code show that the code belongs in src/model (a question about the plan) or src/text.',
      severity: 'error',
      from: {path: '^plugins/([^/]+)\\.ts$', pathNot: '^plugins/index\\.ts$'},
      to: {
        path: '^(src|plugins|rules|test)/',
        pathNot: ['^src/engine/define-rule\\.ts$', '^src/model/', '^src/text/', report, '^rules/vocabulary/', '^rules/$1/']
      }
    },
    only(
      'reporters-only-report',
      '^src/reporters/(?!docx-comments)',
      ['^src/reporters/', report, tree, comparison, wording],
      'A reporter turns the report into text or bytes: it decides nothing and asks nothing of the plan.'
    ),
    only(
      'comments-know-the-package',
      '^src/reporters/docx-comments',
      [
        '^src/reporters/docx-comments',
        '^src/readers/(decode\\.ts$|docx/(package|visit|xml)\\.ts$)',
        '^rules/vocabulary/',
        tree,
        report,
        commentForm,
        wording
      ],
      'Comments go into the parts of a Word file that its reader knows; they too decide nothing and ask nothing of the plan.'
    ),
    only(
      'comment-form-is-a-contract',
      '^src/comment-form\\.ts$',
      [tree, report, comparable],
      'What writes comments and what reads them agree on their form here, and on nothing else.'
    ),
    only(
      'compare-stands-on-the-model',
      '^src/compare/',
      [
        '^src/compare/',
        '^src/engine/',
        '^src/model/',
        '^src/text/',
        '^rules/(compare|vocabulary)/',
        '^plugins/vague-wording\\.ts$',
        '^src/version\\.ts$',
        report,
        comparison,
        wording
      ],
      'A comparison asks two plans: what it has to know of one plan belongs in src/model. What is vague, the rule vague-wording decides, once.'
    ),
    only(
      'audit-only-sums-up',
      '^src/audit/',
      ['^src/audit/', comparable, '^src/keyed-code\\.ts$', '^src/reporters/visible\\.ts$', report, wording],
      'An audit adds up what the reports say: what it has to know of a plan belongs in src/model/facts.ts, threads and files in src/cli.'
    ),
    only(
      'cli-is-a-user-of-the-library',
      '^src/cli/',
      ['^src/cli/', '^src/(index|compare|audit)\\.ts$', '^rules/schema/config\\.json$'],
      'The command line uses what every program can use: what it lacks belongs in src/index.ts.'
    ),
    only(
      'page-is-a-user-of-the-library',
      '^src/browser/',
      ['^src/browser/', '^src/index\\.ts$', wording],
      'The offline page uses what every program can use: what it lacks belongs in src/index.ts, and it judges nothing itself.'
    ),
    only(
      'leaves-import-nothing-of-ours',
      '^src/(comparable|keyed-code|wording)\\.ts$',
      ['^$'],
      'What every step may use must not stand on any of them.'
    ),
    {
      name: 'nothing-imports-the-outside',
      comment: 'Command line, offline page, scripts and tests stand on the library, not in it.',
      severity: 'error',
      from: {path: '^(src|plugins)/', pathNot: '^src/(cli|browser|scripts)/'},
      to: {path: '^(src/(cli|browser|scripts)|test|corpus)/'}
    },
    {
      name: 'data-imports-nothing',
      comment: 'rules/ is data and prose that a practitioner can edit.',
      severity: 'error',
      from: {path: '^rules/'},
      to: {}
    }
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: {path: 'node_modules'},
    // The parser does not know JSX: biome.json holds the same ban for what is written in it.
    exclude: {path: '\\.tsx$'},
    enhancedResolveOptions: {exportsFields: ['exports'], conditionNames: ['import', 'node', 'default']},
    cache: false
  }
}
