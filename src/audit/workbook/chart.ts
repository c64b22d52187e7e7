/** A bar chart for a workbook: a bar for each row of a table, in the order of the rows. */
import type {Chart, XMLNode} from 'excel-builder-vanilla'

interface ChartContent {
  title: string
  /** Cells, such as `'Summary'!$A$5:$A$12`. */
  categoriesRange: string
  series: {name: string; valuesRange: string}[]
}

/** Told apart in print and by those who see no colours. */
const colours = ['1A65A6', 'F6C244']

export function chartOf(content: ChartContent, {Chart}: typeof import('excel-builder-vanilla')): Chart {
  const {series} = content
  const chart = new Chart({
    ...content,
    type: 'bar',
    series: series.map((one, index) => ({...one, color: colours[index]})),
    axis: {y: {minimum: 0, maximum: 100, showGridLines: true}},
    legend: {show: series.length > 1, position: 'top'}
  })
  const made = chart.toChartSpaceXML.bind(chart)
  chart.toChartSpaceXML = () => {
    const xml = made()
    putRight(xml.documentElement)
    return xml
  }
  return chart
}

/** Where the standard wants them: the library writes some later, and Excel then takes the whole workbook for damaged. */
const order = [
  ...['title', 'autoTitleDeleted', 'plotArea', 'legend', 'plotVisOnly'],
  ...['barDir', 'grouping', 'varyColors', 'idx', 'order', 'tx', 'spPr', 'cat', 'val', 'ser', 'axId'],
  ...['orientation', 'max', 'min'],
  ...['scaling', 'delete', 'axPos', 'majorGridlines', 'tickLblPos', 'crossAx', 'crosses', 'crossBetween']
].map(name => `c:${name}`)
const unordered = new Set(['c:chart', 'c:barChart', 'c:ser', 'c:scaling', 'c:catAx', 'c:valAx'])

function putRight(node: XMLNode): void {
  const {nodeName, children} = node
  if (unordered.has(nodeName)) children.sort((a, b) => order.indexOf(a.nodeName) - order.indexOf(b.nodeName))
  // The first row is the uppermost bar.
  if (nodeName === 'c:catAx') orientationOf(node)?.setAttribute('val', 'maxMin')
  for (const child of children) if (child.children) putRight(child)
}

function orientationOf(axis: XMLNode): XMLNode | undefined {
  return axis.children.find(({nodeName}) => nodeName === 'c:scaling')?.children.find(({nodeName}) => nodeName === 'c:orientation')
}
