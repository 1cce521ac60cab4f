import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { nearestTo } from '../../directives/nearest.js';
import { describeReleaseLines, parseTarget } from '../../directives/target.js';
import { DOCUMENT_KINDS } from '../../project/recognise.js';
import { quote } from '../../rules/building-blocks/quote.js';
import { ROLES } from '../../rules/rule.js';
import { pathPattern } from '../../text/path-pattern.js';
import { positionsIn } from '../../text/span.js';
import { PROFILES } from '../profile.js';
import { currentRuleId } from '../renamed-rules.js';
import { type ConfigurationFile, type ConfigurationProblem, SEVERITY_CHOICES } from './configuration-file.js';
import { bracketBeyond } from './nesting.js';

/** What a configuration file says, as far as it can be read, and what is wrong in it. */
export interface ParsedConfigurationFile {
  /** What is right in it; what is wrong is left out. */
  readonly configuration: ConfigurationFile;
  readonly problems: readonly ConfigurationProblem[];
}

type Report = (node: Node, message: string) => void;
/** Reads a value, or reports why it can't and returns undefined. */
type Reader<T> = (node: Node, report: Report) => T | undefined;
type Readers = Readonly<Record<string, Reader<unknown>>>;

/** Reads `.redis-conf-lint.json`. Total: a mistake is a problem at its place, and the rest still counts. */
export function parseConfigurationFile(text: string, ruleIds: readonly string[]): ParsedConfigurationFile {
  const problems: ConfigurationProblem[] = [];
  const placeOf = positionsIn(text);
  const rangeOf = (offset: number, length: number) => ({ start: placeOf(offset), end: placeOf(offset + length) });
  const excess = excessIn(text);
  if (excess) return { configuration: {}, problems: [{ message: excess.message, range: rangeOf(excess.offset, 1) }] };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
  for (const { error, offset, length } of errors) {
    problems.push({ message: `This is not JSON: ${printParseErrorCode(error)}.`, range: rangeOf(offset, length) });
  }
  const report: Report = ({ offset, length }, message) => problems.push({ message, range: rangeOf(offset, length) });
  if (root === undefined) return { configuration: {}, problems };
  const configuration = objectOf(fileReaders(ruleIds))(root, report) ?? {};
  return { configuration, problems };
}

/** It is read for every file that is linted. In UTF-16 code units. */
const LONGEST = 100_000;
/** Five are enough for everything; whatever reads JSON calls itself for each. */
const DEEPEST = 100;

/** What is more than anybody writes, where it begins: then nothing of the file counts. */
function excessIn(text: string): { readonly message: string; readonly offset: number } | undefined {
  if (text.length > LONGEST) return { message: `The file is longer than ${LONGEST} characters.`, offset: LONGEST };
  const offset = bracketBeyond(DEEPEST, text);
  return offset === undefined ? undefined : { message: `Brackets are nested more than ${DEEPEST} deep.`, offset };
}

function fileReaders(ruleIds: readonly string[]): Readers {
  const choices = choiceReaders(ruleIds);
  return {
    $schema: text,
    root: yesOrNo,
    extends: oneOrMany(text),
    ignore: listOf(glob),
    ...choices,
    overrides: listOf(objectOf({ files: oneOrMany(glob), ...choices }, ['files'])),
  };
}

function choiceReaders(ruleIds: readonly string[]): Readers {
  return {
    target,
    profile: oneOf(PROFILES),
    role: oneOf(ROLES),
    rules: rulesOf(ruleIds),
    knownDirectives: listOf(text),
    embedded: allOrSome(oneOf(DOCUMENT_KINDS)),
  };
}

const text: Reader<string> = (node, report) => {
  if (node.type === 'string') return String(node.value);
  report(node, 'Expected a text in quotes.');
  return undefined;
};

const yesOrNo: Reader<boolean> = (node, report) => {
  if (node.type === 'boolean') return Boolean(node.value);
  report(node, 'Expected true or false.');
  return undefined;
};

const target: Reader<string> = (node, report) => {
  const value = text(node, report);
  if (value === undefined || parseTarget(value)) return value;
  report(node, `${quote(value)} is not a target. Write one like "redis-7.2"; there are ${describeReleaseLines()}.`);
  return undefined;
};

const glob: Reader<string> = (node, report) => {
  const value = text(node, report);
  const pattern = value === undefined ? undefined : pathPattern(value);
  if (!pattern || !('refused' in pattern)) return value;
  report(node, `This pattern ${pattern.refused}.`);
  return undefined;
};

/** A list, or a single text that stands for a list of one. */
function oneOrMany(item: Reader<string>): Reader<readonly string[]> {
  return (node, report) => {
    if (node.type === 'array') return listOf(item)(node, report);
    const only = item(node, report);
    return only === undefined ? undefined : [only];
  };
}

/** true or false for all there are, or a list of some. */
function allOrSome<T>(item: Reader<T>): Reader<boolean | readonly T[]> {
  return (node, report) => {
    if (node.type === 'boolean') return Boolean(node.value);
    if (node.type === 'array') return listOf(item)(node, report);
    report(node, 'Expected true, false, or a list in square brackets.');
    return undefined;
  };
}

function oneOf<T extends string>(allowed: readonly T[]): Reader<T> {
  return (node, report) => {
    const found = allowed.find((value) => value === node.value);
    if (found === undefined) report(node, `Expected one of ${allowed.map((value) => `"${value}"`).join(', ')}.`);
    return found;
  };
}

function listOf<T>(item: Reader<T>): Reader<readonly T[]> {
  return (node, report) => {
    if (node.type !== 'array') {
      report(node, 'Expected a list in square brackets.');
      return undefined;
    }
    return (node.children ?? []).flatMap((child) => {
      const value = item(child, report);
      return value === undefined ? [] : [value];
    });
  };
}

function objectOf(readers: Readers, required: readonly string[] = []): Reader<Record<string, never>> {
  return (node, report) => {
    const entries = propertiesOf(node, report);
    if (!entries) return undefined;
    for (const name of required) {
      if (!entries.some(({ key }) => key.value === name)) report(node, `"${name}" is missing.`);
    }
    const read = entries.flatMap(({ key, value }) => {
      const reader = Object.hasOwn(readers, key.value) ? readers[key.value] : undefined;
      if (!reader) {
        report(key, unknownName('setting', key.value, Object.keys(readers)));
        return [];
      }
      const result = reader(value, report);
      return result === undefined ? [] : [[key.value, result] as const];
    });
    return Object.fromEntries(read) as Record<string, never>;
  };
}

function rulesOf(ruleIds: readonly string[]): Reader<Record<string, string>> {
  const severity = oneOf(SEVERITY_CHOICES);
  return (node, report) => {
    const entries = propertiesOf(node, report);
    return (
      entries &&
      Object.fromEntries(
        entries.flatMap(({ key, value }) => {
          const id = currentRuleId(key.value);
          if (!ruleIds.includes(id)) report(key, unknownName('rule', key.value, ruleIds));
          const choice = severity(value, report);
          return choice === undefined ? [] : [[id, choice]];
        }),
      )
    );
  };
}

function propertiesOf(node: Node, report: Report): readonly { readonly key: Node; readonly value: Node }[] | undefined {
  if (node.type !== 'object') {
    report(node, 'Expected an object in curly brackets.');
    return undefined;
  }
  return (node.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? [];
    return key && value ? [{ key, value }] : [];
  });
}

function unknownName(what: string, name: string, known: readonly string[]): string {
  const [near] = nearestTo(name, known);
  return near ? `There is no ${what} ${quote(name)}. Did you mean "${near}"?` : `There is no ${what} ${quote(name)}.`;
}
