// Freezes what Microsoft's analyser of KQL (npm @kusto/language-service-next) says, so that the build needs no Node.
//
//   npm install
//   node freeze.mjs answers    target/analyser/queries.jsonl -> src/test/resources/analyser/answers.jsonl
//   node freeze.mjs catalog    -> src/main/resources/kql/official-names.txt
//
// The first is written by AnalyserDifferentialTest. The analyser runs nothing; it judges, and names columns.
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');
const require = createRequire(path.join(here, 'x.js'));
const folder = path.dirname(require.resolve('@kusto/language-service-next'));
// Two classic scripts that put their names on the global object.
for (const file of ['bridge.min.js', 'Kusto.Language.Bridge.min.js'])
  vm.runInThisContext(fs.readFileSync(path.join(folder, file), 'utf8'), { filename: file });
const K = globalThis.Kusto.Language;
const S = K.Symbols;
const list = (items) => (items ? globalThis.Bridge.toArray(items) : []);
const nameOf = (type, value) => (typeof value === 'string' ? value : globalThis.System.Enum.toString(type, value));

const TYPES = { bool: 'Bool', int: 'Int', long: 'Long', real: 'Real', decimal: 'Decimal', datetime: 'DateTime',
  timespan: 'TimeSpan', string: 'String', dynamic: 'Dynamic', guid: 'Guid' };

/** What every workspace has besides its tables. */
const FUNCTIONS = [['_GetWatchlist', '(alias:string)',
  '{ datatable(_DTItemId:string, LastUpdatedTimeUTC:datetime, SearchKey:string, WatchlistItem:dynamic)[] }'],
  ['_GetWatchlistAlias', '()', '{ datatable(WatchlistAlias:string)[] }']];

function symbols(tables) {
  return Object.entries(tables).map(([name, columns]) => new S.TableSymbol.$ctor4(name, columns.map(([column, type]) =>
    new S.ColumnSymbol(column, S.ScalarTypes[TYPES[type]], null, null, null, null))));
}

function state(tables) {
  const functions = FUNCTIONS.map(([name, parameters, body]) => new S.FunctionSymbol.$ctor16(name, parameters, body, null));
  const database = new S.DatabaseSymbol.$ctor3('workspace', null, [...symbols(tables), ...functions], false);
  const cluster = new S.ClusterSymbol.$ctor1('harrier', [database], false);
  return K.GlobalState.Default.WithCluster(cluster).WithDatabase(database);
}

function result(type) {
  const kind = type && nameOf(S.SymbolKind, type.Kind);
  if (kind === 'Group') return list(type.Members).flatMap(result);
  if (kind !== 'Table') return [];
  return [(type.IsOpen ? '*' : '') + list(type.Columns).map((column) => `${column.Name}:${column.Type.Name}`).join('|')];
}

function answer(query, globals) {
  const code = K.KustoCode.ParseAndAnalyze(query, globals);
  const said = list(code.GetDiagnostics()).filter((one) => one.Severity === 'Error')
    .map((one) => `${one.Code}@${one.Start}+${one.Length}`);
  const queries = list(code.Syntax?.Statements).map((one) => one.Element$1 ?? one.Element)
    .filter((one) => one && 'Expression' in one && !('Name' in one));
  const tables = queries.length > 1
    ? queries.flatMap((one) => result(one.Expression.ResultType))
    : result(code.ResultType);
  return said.length > 0 ? { rejected: said } : { tables };
}

function freezeAnswers() {
  const [head, ...lines] = fs.readFileSync(path.join(root, 'target/analyser/queries.jsonl'), 'utf8').trim().split('\n');
  const base = JSON.parse(head).tables;
  const states = new Map();
  const file = path.join(root, 'src/test/resources/analyser/answers.jsonl');
  const answers = new Map();
  for (const line of lines) {
    const { hash, query, tables } = JSON.parse(line);
    const key = JSON.stringify(tables);
    if (!states.has(key)) states.set(key, state({ ...base, ...tables }));
    try {
      answers.set(hash, JSON.stringify({ hash, ...answer(query, states.get(key)) }));
    } catch (failure) {
      console.error(`${hash}: the analyser failed: ${failure?.message ?? failure}`);
    }
  }
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, [...answers.keys()].sort().map((hash) => answers.get(hash) + '\n').join(''));
  console.log(`${answers.size} answers in ${path.relative(root, file)}`);
}

function freezeCatalog() {
  const globals = K.GlobalState.Default;
  const names = new Set();
  const add = (kind, name) => { if (name && !name.startsWith('__')) names.add(`${kind} ${name}`); };
  list(globals.Functions).forEach((one) => add('function', one.Name));
  list(globals.Aggregates).forEach((one) => add('aggregate', one.Name));
  list(globals.PlugIns).forEach((one) => add('plugin', one.Name));
  Object.keys(K.Syntax.SyntaxKind).filter((node) => /(?<!BadQuery)Operator$/.test(node))
    .forEach((node) => add('operator', operator(node)));
  ['datatable', 'externaldata', 'external_data'].forEach((one) => add('operator', one));
  list(globals.Operators).forEach((one) => add('sign', signs(nameOf(S.OperatorKind, one.OperatorKind))));
  ['alias', 'declare pattern', 'declare query_parameters', 'let', 'restrict', 'set'].forEach((one) => add('statement', one));
  const file = path.join(root, 'src/main/resources/kql/official-names.txt');
  fs.writeFileSync(file, '# Every name of the language: kind and name, by name. Written by src/build/analyser/freeze.mjs.\n'
    + [...names].sort((a, b) => (a.replace(/^\S+ /, '') < b.replace(/^\S+ /, '') ? -1 : 1)).join('\n') + '\n');
  console.log(`${names.size} names in ${path.relative(root, file)}`);
}

/** As it is written: the analyser names it by its node. */
function operator(node) {
  const written = { FilterOperator: 'where', GetSchemaOperator: 'getschema', PartitionByOperator: 'partition',
    ReduceByOperator: 'reduce' };
  return written[node] ?? node.replace(/Operator$/, '').replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase();
}

/** As they are written: the analyser names them by words. */
function signs(kind) {
  const written = { UnaryMinus: '-', UnaryPlus: '+', And: 'and', Or: 'or', Add: '+', Subtract: '-', Multiply: '*',
    Divide: '/', Modulo: '%', LessThan: '<', LessThanOrEqual: '<=', GreaterThan: '>', GreaterThanOrEqual: '>=',
    Equal: '==', NotEqual: '!=', EqualTilde: '=~', BangTilde: '!~', MatchRegex: 'matches regex', Search: undefined,
    In: 'in~', InCs: 'in', NotIn: '!in~', NotInCs: '!in', Between: 'between', NotBetween: '!between', HasAny: 'has_any',
    HasAll: 'has_all', Like: 'like', LikeCs: 'likecs', NotLike: 'notlike', NotLikeCs: 'notlikecs' };
  if (kind in written) return written[kind];
  const not = kind.startsWith('Not');
  const sensitive = kind.endsWith('Cs');
  const word = kind.slice(not ? 3 : 0, sensitive ? -2 : undefined).toLowerCase();
  return (not ? '!' : '') + word + (sensitive ? '_cs' : '');
}

const task = { answers: freezeAnswers, catalog: freezeCatalog }[process.argv[2]];
if (!task) {
  console.error('node freeze.mjs answers | catalog');
  process.exit(2);
}
task();
